/** The service that sends e-mail: one for each cause. */
@NullMarked
package org.servicepartner.notification;

import org.jspecify.annotations.NullMarked;
