/** Reacts: when one thing has happened, another must. */
@NullMarked
package org.servicepartner.job.policy;

import org.jspecify.annotations.NullMarked;
