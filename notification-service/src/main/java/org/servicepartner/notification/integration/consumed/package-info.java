/** Hears: what this service understands of others' messages, and what they change here. */
@NullMarked
package org.servicepartner.notification.integration.consumed;

import org.jspecify.annotations.NullMarked;
