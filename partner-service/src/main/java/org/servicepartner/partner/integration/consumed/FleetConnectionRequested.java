package org.servicepartner.partner.integration.consumed;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Our copy of {@code servicepartner.fleet-connection.requested.v1}: the members this service needs. */
public record FleetConnectionRequested(
        @Nullable UUID partnerId,
        @Nullable String partnerEmail,
        @Nullable Boolean partnerKnown) {
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
        if (request == null || request.partnerId == null || request.partnerKnown == null) {
            throw new MessageRejectedException("MISSING_FIELD", "partnerId and partnerKnown must be given");
        }
        if (!request.partnerKnown && (request.partnerEmail == null || request.partnerEmail.isBlank())) {
            throw new MessageRejectedException(
                    "MISSING_FIELD", "partnerEmail must be given for a partner that is not known yet");
        }
        return new FleetConnectionRequested(request.partnerId, normalised(request.partnerEmail), request.partnerKnown);
    }

    private static @Nullable String normalised(@Nullable String email) {
        return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }
}
