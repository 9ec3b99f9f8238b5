/** Says what went wrong, and what to do about it, in one form for every caller. */
@NullMarked
package org.servicepartner.gateway.problems;

import org.jspecify.annotations.NullMarked;
