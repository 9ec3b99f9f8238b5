/** Bounds what one caller may send: the size of a body and the number of requests. */
@NullMarked
package org.servicepartner.gateway.limits;

import org.jspecify.annotations.NullMarked;
