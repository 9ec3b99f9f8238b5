package org.servicepartner.notification.policy;

import java.time.Clock;
import java.time.Instant;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Invitation;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Teams;

/** Who has not used an invitation is reminded of it once, with the link. */
public final class WhenAnInvitationIsAboutToExpireThenRemindTheInvited {
    private static final int AT_ONCE = 100;

    private final Invitations invitations;
    private final Teams teams;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Clock clock;

    public WhenAnInvitationIsAboutToExpireThenRemindTheInvited(
            Invitations invitations, Teams teams, Outbox outbox, TransactionOperations transaction, Clock clock) {
        this.invitations = invitations;
        this.teams = teams;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every replica may do it at once. */
    @Scheduled(fixedDelayString = "${servicepartner.delivery.remind-interval}")
    public void remind() {
        transaction.executeWithoutResult(status -> orderReminders());
    }

    private void orderReminders() {
        Instant now = clock.instant();
        for (Invitation invitation : invitations.takeThoseToRemindOf(now, AT_ONCE)) {
            Letter letter =
                    invitation.reminder(teams.nameOf(invitation.partnerId()).orElse(null));
            outbox.add(Delivery.ordered(
                    invitation.invitationId() + "/expiring", invitation.email(), invitation.language(), letter, now));
        }
    }
}
