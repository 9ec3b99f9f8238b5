/** Keeps the sessions of people and their tokens, sealed, where every replica finds them. */
@NullMarked
package org.servicepartner.gateway.sessions;

import org.jspecify.annotations.NullMarked;
