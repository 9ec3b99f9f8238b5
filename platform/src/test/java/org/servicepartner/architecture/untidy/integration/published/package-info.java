/** The package integration.published of the untidy sample. */
@NullMarked
package org.servicepartner.architecture.untidy.integration.published;

import org.jspecify.annotations.NullMarked;
