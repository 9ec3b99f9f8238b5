/** Measures job-service as a whole, and beside it the least that could do the same input and output. */
@NullMarked
package org.servicepartner.benchmark;

import org.jspecify.annotations.NullMarked;
