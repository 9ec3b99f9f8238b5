/** Tells open pages that what they show has changed. */
@NullMarked
package org.servicepartner.platform.live;

import org.jspecify.annotations.NullMarked;
