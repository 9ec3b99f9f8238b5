/** The package integration.published of the tidy sample. */
@NullMarked
package org.servicepartner.architecture.tidy.integration.published;

import org.jspecify.annotations.NullMarked;
