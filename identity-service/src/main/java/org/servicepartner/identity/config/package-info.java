/** Wires the service. */
@NullMarked
package org.servicepartner.identity.config;

import org.jspecify.annotations.NullMarked;
