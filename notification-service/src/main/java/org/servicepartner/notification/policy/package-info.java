/** Reacts: one class per sentence "when this, then that". */
@NullMarked
package org.servicepartner.notification.policy;

import org.jspecify.annotations.NullMarked;
