package org.servicepartner.notification.integration.consumed;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Reads others' JSON: unknown fields are passed over, missing and wrong ones are not. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** @throws MessageRejectedException if the data is no JSON, or not of the expected shape */
    static <T> T read(InboundMessage message, Class<T> type) {
        try {
            T value = MAPPER.readValue(message.data(), type);
            if (value == null) {
                throw new MessageRejectedException("MALFORMED_JSON", "The data must be a JSON object, not null");
            }
            return value;
        } catch (StreamReadException e) {
            throw new MessageRejectedException("MALFORMED_JSON", "The data is not JSON: " + e.getOriginalMessage());
        } catch (ValueInstantiationException e) {
            throw new MessageRejectedException(
                    "MISSING_FIELD", String.valueOf(e.getCause().getMessage()));
        } catch (JacksonException e) {
            if (e.getPath().isEmpty()) {
                throw new MessageRejectedException("MALFORMED_JSON", "The data must be one JSON object");
            }
            String field = e.getPath().getLast().getPropertyName();
            throw new MessageRejectedException("INVALID_FIELD", "The field " + field + " has the wrong form");
        }
    }

    /** @throws MessageRejectedException if the sender does not tell the version of what the message is about */
    static long sequence(InboundMessage message) {
        if (message.sequence() < 0) {
            throw new MessageRejectedException("MISSING_SEQUENCE", "The header ce_sequence is missing");
        }
        return message.sequence();
    }

    static void require(String field, @Nullable Object value) {
        Objects.requireNonNull(value, "The field " + field + " is missing");
    }

    static void requireText(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new NullPointerException("The field " + field + " is missing");
        }
    }

    /** As addresses are compared everywhere. */
    static String email(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
