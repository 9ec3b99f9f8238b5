/** Tests of the signed copies. */
@NullMarked
package org.servicepartner.partner.signing;

import org.jspecify.annotations.NullMarked;
