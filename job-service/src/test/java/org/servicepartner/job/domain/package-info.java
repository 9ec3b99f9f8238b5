/** Given what happened, when a command comes, then this is decided. */
@NullMarked
package org.servicepartner.job.domain;

import org.jspecify.annotations.NullMarked;
