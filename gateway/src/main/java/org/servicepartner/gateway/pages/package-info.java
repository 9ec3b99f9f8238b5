/** Serves the portal, the technicians' app, and the page of contracts in the reader's language. */
@NullMarked
package org.servicepartner.gateway.pages;

import org.jspecify.annotations.NullMarked;
