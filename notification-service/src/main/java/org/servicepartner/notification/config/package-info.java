/** Wires the service. */
@NullMarked
package org.servicepartner.notification.config;

import org.jspecify.annotations.NullMarked;
