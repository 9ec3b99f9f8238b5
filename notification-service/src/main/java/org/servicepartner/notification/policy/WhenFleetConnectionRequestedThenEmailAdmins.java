package org.servicepartner.notification.policy;

import java.time.Clock;
import java.util.List;

import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.FleetConnectionRequest;
import org.servicepartner.notification.domain.ReminderRule;
import org.servicepartner.notification.domain.User;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.notification.view.Users;

/**
 * The admins of the partner learn of a request. While a known partner has none, the address the provider named learns of it; the
 * admin of a new partner learns of it with the link to register.
 */
public final class WhenFleetConnectionRequestedThenEmailAdmins {
    private final Requests requests;
    private final Users users;
    private final ReminderRule reminders;
    private final Outbox outbox;
    private final Clock clock;

    public WhenFleetConnectionRequestedThenEmailAdmins(
            Requests requests, Users users, ReminderRule reminders, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.users = users;
        this.reminders = reminders;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void requested(FleetConnectionRequest request, boolean partnerKnown, String partnerEmail, String causeId) {
        boolean isNews = requests.added(request, reminders.timeFor(request.requestedAt(), request.expiresAt()));
        if (!isNews || !partnerKnown) {
            return;
        }
        List<User> admins = users.activeAdmins(request.partnerId());
        for (User admin : admins) {
            outbox.add(Delivery.ordered(
                    causeId,
                    admin.email(),
                    admin.languageOr(request.language()),
                    request.letterTo(admin),
                    clock.instant()));
        }
        if (admins.isEmpty()) {
            outbox.add(Delivery.ordered(
                    causeId,
                    partnerEmail,
                    users.languageOf(partnerEmail).orElse(request.language()),
                    request.letterToUnregistered(),
                    clock.instant()));
        }
    }
}
