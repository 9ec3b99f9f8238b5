/** Keeps what must be sent until the mail server has it. */
@NullMarked
package org.servicepartner.notification.delivery;

import org.jspecify.annotations.NullMarked;
