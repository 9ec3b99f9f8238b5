/** Wires the service. */
@NullMarked
package org.servicepartner.connection.config;

import org.jspecify.annotations.NullMarked;
