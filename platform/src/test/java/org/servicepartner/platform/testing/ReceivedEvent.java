package org.servicepartner.platform.testing;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A record as it lies on a topic.
 *
 * @param publishedAt when the broker's client sent it
 * @param headers all headers as text, for example {@code ce_type}
 * @param data the JSON; null is a tombstone
 */
public record ReceivedEvent(
        int partition,
        long offset,
        Instant publishedAt,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable String data) {

    /** The type of the CloudEvent, empty if there is none. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** The id of the CloudEvent, empty if there is none. */
    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    /** The place among the news about its subject, of a topic that has such places. */
    public long sequence() {
        return Long.parseLong(headers.get("ce_sequence"));
    }
}
