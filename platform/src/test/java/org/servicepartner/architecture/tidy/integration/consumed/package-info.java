/** The package integration.consumed of the tidy sample. */
@NullMarked
package org.servicepartner.architecture.tidy.integration.consumed;

import org.jspecify.annotations.NullMarked;
