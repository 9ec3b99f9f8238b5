package org.servicepartner.notification.domain;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A provider's question to a partner: will you take care of this fleet? */
public record FleetConnectionRequest(
        UUID connectionId,
        UUID partnerId,
        String providerName,
        String fleetName,
        Language language,
        Instant requestedAt,
        Instant expiresAt) {
    /** The letter to an admin of the partner. */
    public Letter letterTo(User admin) {
        return letter(admin.firstName(), true);
    }

    /** The letter to somebody who has to register first. */
    public Letter letterToUnregistered() {
        return letter(null, false);
    }

    private Letter letter(@Nullable String firstName, boolean registered) {
        return new Letter.FleetConnectionRequested(
                connectionId, firstName, providerName, fleetName, expiresAt, registered);
    }

    public Letter reminderTo(User admin) {
        return new Letter.RequestExpiring(connectionId, admin.firstName(), providerName, fleetName, expiresAt);
    }
}
