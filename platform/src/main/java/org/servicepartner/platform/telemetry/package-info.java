/** Follows one story through messages and events, and measures how long it takes. */
@NullMarked
package org.servicepartner.platform.telemetry;

import org.jspecify.annotations.NullMarked;
