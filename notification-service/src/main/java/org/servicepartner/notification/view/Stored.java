package org.servicepartner.notification.view;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How facts lie in the database. */
final class Stored {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Stored() {}

    static String json(Object facts) {
        return JSON.writeValueAsString(facts);
    }

    static <T> T facts(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static Timestamp time(Instant time) {
        return Timestamp.from(time);
    }

    static @Nullable Timestamp time(Optional<Instant> time) {
        return time.map(Timestamp::from).orElse(null);
    }
}
