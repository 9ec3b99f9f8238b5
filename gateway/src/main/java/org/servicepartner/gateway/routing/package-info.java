/** Passes requests on to the services and their answers back, streams included. */
@NullMarked
package org.servicepartner.gateway.routing;

import org.jspecify.annotations.NullMarked;
