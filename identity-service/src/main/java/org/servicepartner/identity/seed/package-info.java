/** Fills the local stack with its demo users. */
@NullMarked
package org.servicepartner.identity.seed;

import org.jspecify.annotations.NullMarked;
