/** Jobs, who sees them, and the feeds that bring them to SmartControl. */
@NullMarked
package org.servicepartner.job;

import org.jspecify.annotations.NullMarked;
