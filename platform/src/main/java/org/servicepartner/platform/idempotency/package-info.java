/** Lets a request that comes again have no second effect, and gives it the first answer. */
@NullMarked
package org.servicepartner.platform.idempotency;

import org.jspecify.annotations.NullMarked;
