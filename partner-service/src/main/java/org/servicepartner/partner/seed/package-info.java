/** Fills the local stack with its demo partners. */
@NullMarked
package org.servicepartner.partner.seed;

import org.jspecify.annotations.NullMarked;
