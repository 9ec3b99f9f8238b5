/** Hears: turns messages of FleetControl into commands, and those of the other services into copies. */
@NullMarked
package org.servicepartner.connection.integration.consumed;

import org.jspecify.annotations.NullMarked;
