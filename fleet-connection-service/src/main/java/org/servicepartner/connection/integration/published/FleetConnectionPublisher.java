package org.servicepartner.connection.integration.published;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import org.servicepartner.connection.domain.FleetConnectionEvent.RequestRefused;
import org.servicepartner.connection.domain.FleetConnectionEvent.WithdrawalRefused;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.relay.RelayHandler;

/** Tells FleetControl and the other services what happened to connections. */
public class FleetConnectionPublisher implements RelayHandler {
    private final MessagePublisher publisher;
    private final MeterRegistry meters;

    public FleetConnectionPublisher(MessagePublisher publisher, MeterRegistry meters) {
        this.publisher = publisher;
        this.meters = meters;
    }

    @Override
    public void handle(List<RecordedEvent> events, Lease lease) {
        lease.check();
        publisher.publish(events.stream().map(FleetConnectionMessages::of).toList());
        events.forEach(this::countRefusal);
    }

    private void countRefusal(RecordedEvent recorded) {
        switch (recorded.payload()) {
            case RequestRefused refused -> count(refused.reason());
            case WithdrawalRefused refused -> count(refused.reason());
            default -> {}
        }
    }

    private void count(String reason) {
        meters.counter("servicepartner.refused.messages", "reason", reason).increment();
    }
}
