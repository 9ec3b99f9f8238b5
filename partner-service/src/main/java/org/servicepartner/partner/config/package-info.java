/** Wires the service. */
@NullMarked
package org.servicepartner.partner.config;

import org.jspecify.annotations.NullMarked;
