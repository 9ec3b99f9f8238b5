package org.servicepartner.platform.messaging;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent to be published.
 *
 * @param id the same at every attempt, so that consumers can tell a repetition
 * @param data a record or map that becomes the JSON data; null is a tombstone on a compacted topic
 * @param metadata of the stored event it comes from: correlation, causation and trace go along
 */
public record OutboundMessage(
        String topic,
        String key,
        String id,
        String type,
        String subject,
        Instant time,
        long sequence,
        @Nullable Object data,
        Map<String, String> metadata) {}
