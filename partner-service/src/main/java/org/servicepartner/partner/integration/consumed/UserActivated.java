package org.servicepartner.partner.integration.consumed;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Our copy of {@code servicepartner.user.activated.v1}: the members this service needs. */
public record UserActivated(
        @Nullable UUID userId,
        @Nullable UUID partnerId,
        @Nullable String email,
        @Nullable String role) {
    public static final String TYPE = "servicepartner.user.activated.v1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws MessageRejectedException if a needed member is missing or not of its form */
    public static UserActivated of(InboundMessage message) {
        UserActivated activated;
        try {
            activated = JSON.readValue(message.data(), UserActivated.class);
        } catch (JacksonException e) {
            throw new MessageRejectedException("MALFORMED_DATA", "The data is not the JSON of a user");
        }
        if (activated == null || activated.partnerId == null || activated.role == null) {
            throw new MessageRejectedException("MISSING_FIELD", "partnerId and role must be given");
        }
        if (activated.email == null || activated.email.isBlank()) {
            throw new MessageRejectedException("MISSING_FIELD", "email must be given");
        }
        return new UserActivated(
                activated.userId,
                activated.partnerId,
                activated.email.strip().toLowerCase(Locale.ROOT),
                activated.role);
    }

    public boolean isAdmin() {
        return "ADMIN".equals(role);
    }
}
