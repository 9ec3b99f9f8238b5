/** Takes what technicians do: each command once, in one transaction with its answer. */
@NullMarked
package org.servicepartner.job.work;

import org.jspecify.annotations.NullMarked;
