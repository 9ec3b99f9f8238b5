package org.servicepartner.partner.policy;

import java.time.Clock;

import org.servicepartner.partner.domain.PartnerCommand.InvitePartner;
import org.servicepartner.partner.integration.consumed.FleetConnectionRequested;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/** A request to an address nobody is known under makes that address an invited partner, under the id the request names. */
public final class WhenFleetConnectionRequestedThenInvitePartner implements InboundHandler {
    private final Clock clock;

    public WhenFleetConnectionRequestedThenInvitePartner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (!message.type().equals(FleetConnectionRequested.TYPE)) {
            return new Reaction.Nothing();
        }
        FleetConnectionRequested request = FleetConnectionRequested.of(message);
        if (request.partnerKnown()) {
            return new Reaction.Nothing();
        }
        String partnerId = request.partnerId().toString();
        return new Reaction.Command(partnerId, new InvitePartner(partnerId, request.partnerEmail(), clock.instant()));
    }
}
