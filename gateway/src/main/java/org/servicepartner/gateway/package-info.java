/** Starts the gateway and holds its settings. */
@NullMarked
package org.servicepartner.gateway;

import org.jspecify.annotations.NullMarked;
