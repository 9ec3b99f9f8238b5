/** Verifies tokens, tells controllers who calls, and refuses callers without the required role. */
@NullMarked
package org.servicepartner.platform.security;

import org.jspecify.annotations.NullMarked;
