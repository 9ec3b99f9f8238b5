/** What others are told is what the contract shows. */
@NullMarked
package org.servicepartner.job.integration.published;

import org.jspecify.annotations.NullMarked;
