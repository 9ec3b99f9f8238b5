package org.servicepartner.identity.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.servicepartner.identity.domain.UserCommand.InviteFirstAdmin;
import org.servicepartner.identity.integration.consumed.FleetConnectionRequested;
import org.servicepartner.identity.registration.InvitationSettings;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/**
 * A request to a partner that nobody administers, or is about to, invites the address as its first admin; who is invited already
 * gets another link if the earlier one ends before the request.
 */
public final class WhenFleetConnectionRequestedThenInviteFirstAdmin implements InboundHandler {
    private final UserView users;
    private final InvitationSettings invitations;
    private final Clock clock;

    public WhenFleetConnectionRequestedThenInviteFirstAdmin(
            UserView users, InvitationSettings invitations, Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        if (!message.type().equals(FleetConnectionRequested.TYPE)) {
            return new Reaction.Nothing();
        }
        FleetConnectionRequested request = FleetConnectionRequested.of(message);
        Instant now = clock.instant();
        if (!request.isOpenAt(now)) {
            return new Reaction.Nothing();
        }
        String email = request.partnerEmail().strip().toLowerCase(Locale.ROOT);
        String userId = users.idFor(email);
        Instant expiresAt = invitations.expiryFrom(now);
        return new Reaction.Command(
                userId,
                new InviteFirstAdmin(
                        userId,
                        request.partnerId().toString(),
                        UUID.randomUUID().toString(),
                        email,
                        request.language(),
                        request.providerName(),
                        request.fleetName(),
                        request.providerContactEmail(),
                        request.endBefore(expiresAt),
                        expiresAt,
                        now));
    }
}
