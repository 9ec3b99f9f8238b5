/** Tests of the texts of the NDA. */
@NullMarked
package org.servicepartner.partner.nda;

import org.jspecify.annotations.NullMarked;
