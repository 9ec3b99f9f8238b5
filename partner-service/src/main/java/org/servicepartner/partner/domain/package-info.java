/** Decides what may happen to a service partner. */
@NullMarked
package org.servicepartner.partner.domain;

import org.jspecify.annotations.NullMarked;
