/** Answers: who sees which job, now and as it changes. */
@NullMarked
package org.servicepartner.job.view;

import org.jspecify.annotations.NullMarked;
