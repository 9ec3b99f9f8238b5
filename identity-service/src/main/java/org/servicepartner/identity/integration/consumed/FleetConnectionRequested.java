package org.servicepartner.identity.integration.consumed;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/**
 * Our copy of {@code servicepartner.fleet-connection.requested.v1}: the members this service needs.
 *
 * @param language {@code en} or {@code de}
 * @param expiresAt null if the request does not end
 */
public record FleetConnectionRequested(
        UUID partnerId,
        String partnerEmail,
        @Nullable String providerName,
        @Nullable String fleetName,
        @Nullable String providerContactEmail,
        String language,
        @Nullable Instant expiresAt) {
    public static final String TYPE = "servicepartner.fleet-connection.requested.v1";

    /** @throws MessageRejectedException if a needed member is missing or not of its form */
    public static FleetConnectionRequested of(InboundMessage message) {
        Data data = Json.read(message, Data.class, "a fleet connection request");
        return new FleetConnectionRequested(
                Json.required("partnerId", data.partnerId),
                Json.required("partnerEmail", data.partnerEmail),
                data.providerName,
                data.fleetName,
                data.providerContactEmail,
                "de".equals(data.language) ? "de" : "en",
                data.expiresAt);
    }

    public boolean isOpenAt(Instant moment) {
        return expiresAt == null || moment.isBefore(expiresAt);
    }

    /** When the request ends; at the latest at this moment. */
    public Instant endBefore(Instant latest) {
        return expiresAt == null || expiresAt.isAfter(latest) ? latest : expiresAt;
    }

    private record Data(
            @Nullable UUID partnerId,
            @Nullable String partnerEmail,
            @Nullable String providerName,
            @Nullable String fleetName,
            @Nullable String providerContactEmail,
            @Nullable String language,
            @Nullable Instant expiresAt) {}
}
