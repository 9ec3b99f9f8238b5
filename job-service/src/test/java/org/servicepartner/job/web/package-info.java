/** Who sees which job, and what is told of it. */
@NullMarked
package org.servicepartner.job.web;

import org.jspecify.annotations.NullMarked;
