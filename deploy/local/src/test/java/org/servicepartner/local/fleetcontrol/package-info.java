/** Shows each command of FleetControl at work on a real broker. */
@NullMarked
package org.servicepartner.local.fleetcontrol;

import org.jspecify.annotations.NullMarked;
