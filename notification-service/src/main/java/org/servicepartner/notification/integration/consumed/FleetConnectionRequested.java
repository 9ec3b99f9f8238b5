package org.servicepartner.notification.integration.consumed;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Our copy of {@code servicepartner.fleet-connection.requested.v1}: the members this service needs. */
public record FleetConnectionRequested(
        @Nullable String providerName,
        @Nullable String fleetName,
        @Nullable String partnerEmail,
        @Nullable Instant expiresAt) {
    public static final String TYPE = "servicepartner.fleet-connection.requested.v1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws MessageRejectedException if a needed member is missing or not of its form */
    public static FleetConnectionRequested of(InboundMessage message) {
        FleetConnectionRequested request;
        try {
            request = JSON.readValue(message.data(), FleetConnectionRequested.class);
        } catch (JacksonException e) {
            throw new MessageRejectedException(
                    "MALFORMED_DATA", "The data is not the JSON of a fleet connection request");
        }
        if (request == null
                || isBlank(request.providerName)
                || isBlank(request.fleetName)
                || isBlank(request.partnerEmail)
                || request.expiresAt == null) {
            throw new MessageRejectedException(
                    "MISSING_FIELD", "providerName, fleetName, partnerEmail and expiresAt must be given");
        }
        return request;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
