package org.servicepartner.notification.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Requests;

/** Whether a letter still tells the truth. What happened between its order and its turn can make it useless, or its link dead. */
public final class Relevance {
    private final Invitations invitations;
    private final Requests requests;

    public Relevance(Invitations invitations, Requests requests) {
        this.invitations = invitations;
        this.requests = requests;
    }

    /** Why the letter must not be sent any more, if so. */
    Optional<String> objectionTo(Letter letter, Instant now) {
        return switch (letter) {
            case Letter.CompleteRegistration registration -> objectionTo(registration.invitationId(), now);
            case Letter.UserInvitation invitation -> objectionTo(invitation.invitationId(), now);
            case Letter.InvitationExpiring invitation -> objectionTo(invitation.invitationId(), now);
            case Letter.FleetConnectionRequested request -> objectionTo(request.connectionId(), now);
            case Letter.RequestExpiring request -> objectionTo(request.connectionId(), now);
            case Letter.ConnectionDeleted deleted -> Optional.empty();
            case Letter.NdaSigned signed -> Optional.empty();
        };
    }

    private Optional<String> objectionTo(String invitationId, Instant now) {
        return invitations.isOpen(invitationId, now)
                ? Optional.empty()
                : Optional.of("The invitation was used, revoked or replaced, or has expired");
    }

    private Optional<String> objectionTo(UUID connectionId, Instant now) {
        return requests.isPending(connectionId, now)
                ? Optional.empty()
                : Optional.of("The request was answered or withdrawn, or has expired");
    }
}
