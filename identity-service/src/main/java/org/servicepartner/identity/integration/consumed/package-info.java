/** Hears what others say, in our own words. */
@NullMarked
package org.servicepartner.identity.integration.consumed;

import org.jspecify.annotations.NullMarked;
