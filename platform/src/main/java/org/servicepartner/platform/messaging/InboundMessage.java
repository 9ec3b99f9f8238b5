package org.servicepartner.platform.messaging;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.time.Rfc3339;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A CloudEvent as it came in.
 *
 * @param sequence version of the aggregate at the sender, -1 if it does not tell
 * @param data the JSON of the event
 */
public record InboundMessage(
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time,
        long sequence,
        @Nullable String correlationId,
        @Nullable String traceparent,
        byte[] data) {
    static final int LONGEST_ATTRIBUTE = 1_024;

    /** @throws MessageRejectedException if the record is no CloudEvent in binary mode */
    static InboundMessage of(ConsumerRecord<byte[], byte[]> row) {
        String specVersion = required(row, CloudEventHeaders.SPEC_VERSION);
        if (!specVersion.startsWith("1.")) {
            throw new MessageRejectedException(
                    "NOT_A_CLOUD_EVENT", "The header ce_specversion must be 1.0, not " + specVersion);
        }
        if (row.value() == null) {
            throw new MessageRejectedException("NO_DATA", "The message has no data");
        }
        return new InboundMessage(
                required(row, CloudEventHeaders.ID),
                required(row, CloudEventHeaders.SOURCE),
                required(row, CloudEventHeaders.TYPE),
                optional(row, CloudEventHeaders.SUBJECT),
                time(row),
                sequence(row),
                optional(row, CloudEventHeaders.CORRELATION_ID),
                optional(row, CloudEventHeaders.TRACEPARENT),
                row.value());
    }

    /** Under which the message is remembered. */
    UUID key() {
        return UUID.nameUUIDFromBytes((source + "\n" + id).getBytes(UTF_8));
    }

    UUID content() {
        byte[] typeLine = (type + "\n").getBytes(UTF_8);
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(typeLine.length + data.length)
                .put(typeLine)
                .put(data)
                .array());
    }

    /** Until the type counted as well, what was remembered was the hash of the data alone. */
    boolean hasContent(UUID known) {
        return known.equals(content()) || known.equals(UUID.nameUUIDFromBytes(data));
    }

    private static String required(ConsumerRecord<byte[], byte[]> row, String name) {
        String value = optional(row, name);
        if (value == null || value.isBlank()) {
            throw new MessageRejectedException("NOT_A_CLOUD_EVENT", "The header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<byte[], byte[]> row, String name) {
        Header header = row.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        if (header.value().length > LONGEST_ATTRIBUTE) {
            throw new MessageRejectedException(
                    "NOT_A_CLOUD_EVENT",
                    "The header %s has %d bytes, %d are allowed"
                            .formatted(name, header.value().length, LONGEST_ATTRIBUTE));
        }
        return new String(header.value(), UTF_8);
    }

    private static @Nullable Instant time(ConsumerRecord<byte[], byte[]> row) {
        String time = optional(row, CloudEventHeaders.TIME);
        try {
            return time == null ? null : Rfc3339.parse(time);
        } catch (DateTimeException e) {
            throw new MessageRejectedException(
                    "NOT_A_CLOUD_EVENT", "The header ce_time must be an RFC 3339 time, not " + time);
        }
    }

    private static long sequence(ConsumerRecord<byte[], byte[]> row) {
        String sequence = optional(row, CloudEventHeaders.SEQUENCE);
        try {
            return sequence == null ? -1 : Long.parseLong(sequence);
        } catch (NumberFormatException e) {
            throw new MessageRejectedException(
                    "NOT_A_CLOUD_EVENT", "The header ce_sequence must be a whole number, not " + sequence);
        }
    }
}
