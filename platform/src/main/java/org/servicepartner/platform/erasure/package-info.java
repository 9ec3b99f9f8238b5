/** Hears that somebody is erased, forgets, and says so. */
@NullMarked
package org.servicepartner.platform.erasure;

import org.jspecify.annotations.NullMarked;
