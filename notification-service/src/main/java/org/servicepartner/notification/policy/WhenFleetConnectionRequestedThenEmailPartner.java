package org.servicepartner.notification.policy;

import java.time.Clock;

import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.integration.consumed.FleetConnectionRequested;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/** The address a provider asks for learns of the request: who asks, for which fleet, and until when it can be decided. */
public final class WhenFleetConnectionRequestedThenEmailPartner implements InboundHandler {
    private final Outbox outbox;
    private final Clock clock;

    public WhenFleetConnectionRequestedThenEmailPartner(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (!message.type().equals(FleetConnectionRequested.TYPE)) {
            return new Reaction.Nothing();
        }
        FleetConnectionRequested request = FleetConnectionRequested.of(message);
        Letter letter =
                new Letter.FleetConnectionRequested(request.providerName(), request.fleetName(), request.expiresAt());
        Delivery delivery = new Delivery(message.id(), request.partnerEmail(), letter, 0, clock.instant());
        return new Reaction.Update(() -> outbox.add(delivery));
    }
}
