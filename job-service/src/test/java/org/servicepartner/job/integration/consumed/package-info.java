/** What is understood of others' messages, and what is rejected with which words. */
@NullMarked
package org.servicepartner.job.integration.consumed;

import org.jspecify.annotations.NullMarked;
