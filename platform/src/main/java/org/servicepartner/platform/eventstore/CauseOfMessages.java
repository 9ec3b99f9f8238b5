package org.servicepartner.platform.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Passes on the story a message belongs to. What an event leads to has that event as its cause. */
final class CauseOfMessages implements CorrelationDataProvider {
    private static final List<String> PASSED_ON = List.of(
            EventMetadata.CORRELATION_ID,
            EventMetadata.CAUSATION_ID,
            EventMetadata.ACTOR,
            EventMetadata.PUBLISHED_AT,
            EventMetadata.TRACEPARENT);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        for (String key : PASSED_ON) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        if (message instanceof EventMessage<?> event) {
            data.put(EventMetadata.CAUSATION_ID, event.getIdentifier());
        }
        return data;
    }
}
