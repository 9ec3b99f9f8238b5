package org.servicepartner.partner.policy;

import java.time.Clock;

import org.servicepartner.partner.domain.PartnerCommand.CompleteRegistration;
import org.servicepartner.partner.integration.consumed.UserActivated;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/** A partner has registered as soon as one of its admins has. */
public final class WhenAdminRegisteredThenCompleteRegistration implements InboundHandler {
    private final Clock clock;

    public WhenAdminRegisteredThenCompleteRegistration(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (!message.type().equals(UserActivated.TYPE)) {
            return new Reaction.Nothing();
        }
        UserActivated user = UserActivated.of(message);
        if (!user.isAdmin()) {
            return new Reaction.Nothing();
        }
        String partnerId = user.partnerId().toString();
        return new Reaction.Command(partnerId, new CompleteRegistration(partnerId, user.email(), clock.instant()));
    }
}
