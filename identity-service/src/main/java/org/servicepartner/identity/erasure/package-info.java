/** Erases one person, everywhere, and says what has been done. */
@NullMarked
package org.servicepartner.identity.erasure;

import org.jspecify.annotations.NullMarked;
