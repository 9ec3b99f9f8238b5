/** Decides what may happen to a user account. */
@NullMarked
package org.servicepartner.identity.domain;

import org.jspecify.annotations.NullMarked;
