/** Checks: the running platform from outside, as a newcomer, a provider, a partner and a crash meet it. */
@NullMarked
package org.servicepartner.acceptance;

import org.jspecify.annotations.NullMarked;
