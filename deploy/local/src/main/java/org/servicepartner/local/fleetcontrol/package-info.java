/** Plays FleetControl on the command line: a Kafka client that knows the public contract and nothing else. */
@NullMarked
package org.servicepartner.local.fleetcontrol;

import org.jspecify.annotations.NullMarked;
