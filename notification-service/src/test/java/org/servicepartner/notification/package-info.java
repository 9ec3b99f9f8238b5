/** Tests of the service as a whole. */
@NullMarked
package org.servicepartner.notification;

import org.jspecify.annotations.NullMarked;
