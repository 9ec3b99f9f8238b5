/** Talks: what others learn of jobs, and the feed for SmartControl. */
@NullMarked
package org.servicepartner.job.integration.published;

import org.jspecify.annotations.NullMarked;
