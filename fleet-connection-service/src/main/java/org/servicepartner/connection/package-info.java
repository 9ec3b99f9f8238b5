/** Fleet connections: who asked whom for the jobs of a fleet, and what was decided. */
@NullMarked
package org.servicepartner.connection;

import org.jspecify.annotations.NullMarked;
