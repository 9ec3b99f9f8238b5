/** Tests of the calculations. */
@NullMarked
package org.servicepartner.benchmark;

import org.jspecify.annotations.NullMarked;
