/** Carries stored events, in order and at least once, to wherever they must go. */
@NullMarked
package org.servicepartner.platform.relay;

import org.jspecify.annotations.NullMarked;
