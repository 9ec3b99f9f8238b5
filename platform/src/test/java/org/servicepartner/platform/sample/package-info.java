/** The smallest service one can build on the platform. */
@NullMarked
package org.servicepartner.platform.sample;

import org.jspecify.annotations.NullMarked;
