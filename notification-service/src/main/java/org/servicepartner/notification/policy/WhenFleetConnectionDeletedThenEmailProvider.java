package org.servicepartner.notification.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.servicepartner.notification.delivery.Outbox;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.notification.view.Teams;
import org.servicepartner.notification.view.Users;

/** The contact the provider named learns which partner takes care of which fleet no longer. */
public final class WhenFleetConnectionDeletedThenEmailProvider {
    private final Requests requests;
    private final Teams teams;
    private final Users users;
    private final Outbox outbox;
    private final Clock clock;

    public WhenFleetConnectionDeletedThenEmailProvider(
            Requests requests, Teams teams, Users users, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.teams = teams;
        this.users = users;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void deleted(
            UUID connectionId,
            UUID partnerId,
            String providerName,
            String fleetName,
            Instant deletedAt,
            String contact,
            String causeId) {
        Letter letter =
                new Letter.ConnectionDeleted(teams.nameOf(partnerId).orElse(null), providerName, fleetName, deletedAt);
        Language language = users.languageOf(contact)
                .or(() -> requests.languageOf(connectionId))
                .orElse(Language.EN);
        outbox.add(Delivery.ordered(causeId, contact, language, letter, clock.instant()));
    }
}
