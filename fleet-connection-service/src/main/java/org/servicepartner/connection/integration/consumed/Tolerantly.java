package org.servicepartner.connection.integration.consumed;

import java.util.Locale;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Reads the fields that this service needs and passes over all others. */
final class Tolerantly {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Tolerantly() {}

    static <T> T read(InboundMessage message, Class<T> type) {
        try {
            return JSON.readValue(message.data(), type);
        } catch (JacksonException e) {
            throw new MessageRejectedException(
                    "INVALID_FIELDS", "The data is not as " + message.type() + " should be: " + e.getOriginalMessage());
        }
    }

    /** As addresses are compared. */
    static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
