package org.servicepartner.identity.integration.consumed;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Reads the data of messages; members that are not needed are ignored. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static <T> T read(InboundMessage message, Class<T> type, String what) {
        T data;
        try {
            data = MAPPER.readValue(message.data(), type);
        } catch (JacksonException e) {
            throw new MessageRejectedException("MALFORMED_DATA", "The data is not the JSON of " + what);
        }
        if (data == null) {
            throw new MessageRejectedException("MALFORMED_DATA", "The data is not the JSON of " + what);
        }
        return data;
    }

    static <T> T required(String name, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new MessageRejectedException("MISSING_FIELD", name + " must be given");
        }
        return value;
    }
}
