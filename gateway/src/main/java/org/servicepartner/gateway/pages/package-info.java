/** Serves the pages of the gateway in the reader's language. */
@NullMarked
package org.servicepartner.gateway.pages;

import org.jspecify.annotations.NullMarked;
