/** What this service understands of others' messages. */
@NullMarked
package org.servicepartner.notification.integration.consumed;

import org.jspecify.annotations.NullMarked;
