/** Decides: jobs, and what this service knows of fleet connections and technicians. */
@NullMarked
package org.servicepartner.job.domain;

import org.jspecify.annotations.NullMarked;
