/** Tests of the service as a whole. */
@NullMarked
package org.servicepartner.partner;

import org.jspecify.annotations.NullMarked;
