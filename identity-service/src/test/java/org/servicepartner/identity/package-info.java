/** Tests of the service as a whole. */
@NullMarked
package org.servicepartner.identity;

import org.jspecify.annotations.NullMarked;
