/** Decides what is written to whom, and how long it is tried. */
@NullMarked
package org.servicepartner.notification.domain;

import org.jspecify.annotations.NullMarked;
