/** Sends and receives CloudEvents over Kafka; what cannot be handled becomes a dead letter with a reason. */
@NullMarked
package org.servicepartner.platform.messaging;

import org.jspecify.annotations.NullMarked;
