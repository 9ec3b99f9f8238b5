/** Tells every refusal as an RFC 9457 problem with advice. */
@NullMarked
package org.servicepartner.platform.problem;

import org.jspecify.annotations.NullMarked;
