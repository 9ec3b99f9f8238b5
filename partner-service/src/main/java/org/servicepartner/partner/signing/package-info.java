/** Makes the signed copies of agreements: a PDF that carries an electronic signature (PAdES), kept in the database. */
@NullMarked
package org.servicepartner.partner.signing;

import org.jspecify.annotations.NullMarked;
