/** Talks: tells FleetControl and the other services what was decided, in words made for outsiders. */
@NullMarked
package org.servicepartner.connection.integration.published;

import org.jspecify.annotations.NullMarked;
