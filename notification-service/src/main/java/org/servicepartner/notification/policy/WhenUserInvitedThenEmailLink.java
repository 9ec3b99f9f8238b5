package org.servicepartner.notification.policy;

import java.time.Clock;

import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Invitation;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.domain.ReminderRule;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Teams;

/** Who is invited gets the link to register with, in the language the inviter chose. */
public final class WhenUserInvitedThenEmailLink {
    private final Invitations invitations;
    private final Teams teams;
    private final ReminderRule reminders;
    private final Outbox outbox;
    private final Clock clock;

    public WhenUserInvitedThenEmailLink(
            Invitations invitations, Teams teams, ReminderRule reminders, Outbox outbox, Clock clock) {
        this.invitations = invitations;
        this.teams = teams;
        this.reminders = reminders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param sequence version of the user; something later may be known already, and then nothing is sent */
    public void invited(Invitation invitation, long sequence, String causeId) {
        if (invitations.opened(
                invitation, sequence, reminders.timeFor(invitation.invitedAt(), invitation.expiresAt()))) {
            Letter letter =
                    invitation.letter(teams.nameOf(invitation.partnerId()).orElse(null));
            outbox.add(Delivery.ordered(causeId, invitation.email(), invitation.language(), letter, clock.instant()));
        }
    }
}
