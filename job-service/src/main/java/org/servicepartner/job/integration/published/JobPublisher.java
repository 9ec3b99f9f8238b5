package org.servicepartner.job.integration.published;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.relay.RelayHandler;

/** Tells FleetControl and the other services what happened to jobs. */
public class JobPublisher implements RelayHandler {
    private final String topic;
    private final MessagePublisher publisher;
    private final MeterRegistry meters;

    public JobPublisher(String topic, MessagePublisher publisher, MeterRegistry meters) {
        this.topic = topic;
        this.publisher = publisher;
        this.meters = meters;
    }

    @Override
    public void handle(List<RecordedEvent> events, Lease lease) {
        List<OutboundMessage> messages = new ArrayList<>(events.size());
        for (RecordedEvent recorded : events) {
            if (recorded.payload() instanceof JobEvent event) {
                messages.add(message(recorded, JobEventTranslator.translate(event)));
            }
        }
        lease.check();
        publisher.publish(messages);
        events.forEach(this::countRefusal);
    }

    private void countRefusal(RecordedEvent recorded) {
        if (recorded.payload() instanceof JobEvent.ChangeRefused refused) {
            meters.counter("servicepartner.refused.messages", "reason", refused.reason())
                    .increment();
        }
    }

    private OutboundMessage message(RecordedEvent recorded, PublishedJobEvent event) {
        return new OutboundMessage(
                topic,
                recorded.aggregateId(),
                recorded.eventId(),
                event.type(),
                recorded.aggregateId(),
                recorded.recordedAt(),
                recorded.sequence(),
                event,
                recorded.metadata());
    }
}
