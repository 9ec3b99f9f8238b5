/** Who sees which job, and what is told of it. */
@NullMarked
package org.servicepartner.job.view;

import org.jspecify.annotations.NullMarked;
