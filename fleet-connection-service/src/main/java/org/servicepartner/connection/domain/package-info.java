/** Decides what may happen to the connection between a fleet and a partner. */
@NullMarked
package org.servicepartner.connection.domain;

import org.jspecify.annotations.NullMarked;
