/** Hears: others' messages in our own words. */
@NullMarked
package org.servicepartner.job.integration.consumed;

import org.jspecify.annotations.NullMarked;
