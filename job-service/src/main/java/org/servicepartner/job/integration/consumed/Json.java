package org.servicepartner.job.integration.consumed;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Reads others' JSON: unknown fields are ignored, wrong types are not. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private Json() {}

    static ObjectReader readerFor(Class<?> type) {
        return MAPPER.readerFor(type);
    }

    static void require(String field, @Nullable String value) {
        Objects.requireNonNull(value, "The field " + field + " is missing");
    }

    /** @throws MessageRejectedException if the data is no JSON, or not of the expected shape */
    static <T> T read(ObjectReader reader, InboundMessage message) {
        try {
            T value = reader.readValue(message.data());
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
            throw new MessageRejectedException("INVALID_FIELD", "The field " + field + " has the wrong type");
        }
    }
}
