package org.servicepartner.identity.integration.published;

import java.util.List;
import java.util.Optional;

import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.relay.RelayHandler;

/** Publishes what happened to users, in order per user. */
public final class UserPublisher implements RelayHandler {
    public static final String TOPIC = "servicepartner.users.v1";

    private final MessagePublisher publisher;

    public UserPublisher(MessagePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void handle(List<RecordedEvent> events, Lease lease) {
        List<OutboundMessage> messages =
                events.stream().map(UserMessages::of).flatMap(Optional::stream).toList();
        lease.check();
        publisher.publish(messages);
    }
}
