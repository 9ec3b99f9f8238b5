package org.servicepartner.partner.integration.published;

import java.util.List;

import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.relay.RelayHandler;

/** Publishes what happened to partners, in order per partner. */
public final class PartnerPublisher implements RelayHandler {
    public static final String TOPIC = "servicepartner.partners.v1";

    private final MessagePublisher publisher;

    public PartnerPublisher(MessagePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void handle(List<RecordedEvent> events, Lease lease) {
        List<OutboundMessage> messages =
                events.stream().map(PartnerMessages::of).toList();
        lease.check();
        publisher.publish(messages);
    }
}
