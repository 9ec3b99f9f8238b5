/** Follows one story through messages and events. */
@NullMarked
package org.servicepartner.platform.telemetry;

import org.jspecify.annotations.NullMarked;
