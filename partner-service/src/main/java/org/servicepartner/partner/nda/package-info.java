/** Holds the texts of the non-disclosure agreement. */
@NullMarked
package org.servicepartner.partner.nda;

import org.jspecify.annotations.NullMarked;
