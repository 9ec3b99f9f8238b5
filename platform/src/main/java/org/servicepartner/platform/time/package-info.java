/** Points in time as text, many a second. */
@NullMarked
package org.servicepartner.platform.time;

import org.jspecify.annotations.NullMarked;
