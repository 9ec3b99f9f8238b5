package org.servicepartner.notification.policy;

import java.time.Clock;
import java.time.Instant;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.FleetConnectionRequest;
import org.servicepartner.notification.domain.User;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.notification.view.Users;

/**
 * Admins are reminded once of a request that nobody has answered. A partner without an admin is reminded of its invitation
 * instead.
 */
public final class WhenARequestIsAboutToExpireThenRemindAdmins {
    private static final int AT_ONCE = 100;

    private final Requests requests;
    private final Users users;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Clock clock;

    public WhenARequestIsAboutToExpireThenRemindAdmins(
            Requests requests, Users users, Outbox outbox, TransactionOperations transaction, Clock clock) {
        this.requests = requests;
        this.users = users;
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
        for (FleetConnectionRequest request : requests.takeThoseToRemindOf(now, AT_ONCE)) {
            for (User admin : users.activeAdmins(request.partnerId())) {
                outbox.add(Delivery.ordered(
                        request.connectionId() + "/expiring",
                        admin.email(),
                        admin.languageOr(request.language()),
                        request.reminderTo(admin),
                        now));
            }
        }
    }
}
