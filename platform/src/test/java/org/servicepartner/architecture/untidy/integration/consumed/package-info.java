/** The package integration.consumed of the untidy sample. */
@NullMarked
package org.servicepartner.architecture.untidy.integration.consumed;

import org.jspecify.annotations.NullMarked;
