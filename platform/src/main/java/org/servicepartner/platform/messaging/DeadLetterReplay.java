package org.servicepartner.platform.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.messaging.TopicReader.Place;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads the dead letters of this service and gives them once more to the consumer that they were meant for, with the id they came
 * with: what has had its effect meanwhile has no second one, and what fails again is a dead letter again.
 */
public final class DeadLetterReplay {
    private static final String PREFIX = "dlt-";
    private static final int LONGEST_SHOWN = 100;

    private final Inputs inputs;
    private final TopicReader reader;
    private final MessagingSettings settings;
    private final InboundMemory memory;

    DeadLetterReplay(Inputs inputs, TopicReader reader, MessagingSettings settings, InboundMemory memory) {
        this.inputs = inputs;
        this.reader = reader;
        this.settings = settings;
        this.memory = memory;
    }

    /**
     * A dead letter, without its data: there may be very many.
     *
     * @param place where it is among the dead letters
     * @param origin where the message came
     * @param handled whether a message of this id and content has had its effect
     */
    public record Letter(
            Place place, Place origin, String id, String type, String key, String reason, Instant at, boolean handled) {
        /** For a terminal: nothing of the data, and nothing that a sender could abuse. */
        @Override
        public String toString() {
            return "%s  %-9s  %s  %s  id=%s  key=%s  from %s"
                    .formatted(
                            at,
                            handled ? "handled" : "open",
                            reason,
                            printable(type),
                            printable(id),
                            printable(key),
                            origin);
        }

        private static String printable(String text) {
            return shortened(text.replaceAll("\\p{C}", "?"), LONGEST_SHOWN);
        }
    }

    /** The topics that this service reads. */
    public List<String> topics() {
        return inputs.topics();
    }

    /**
     * The dead letters of a topic, each message once, in the order in which the messages of a key came.
     *
     * @throws IllegalArgumentException if this service does not read the topic
     */
    public List<Letter> letters(String topic) {
        inputs.consumerOf(topic);
        Map<Object, Letter> latest = new LinkedHashMap<>();
        reader.read(settings.deadLetterTopic(topic), Instant.EPOCH, row -> latest.put(identity(row), letter(row)));
        return latest.values().stream()
                .sorted(Comparator.comparing((Letter letter) -> letter.origin().partition())
                        .thenComparing(letter -> letter.origin().offset()))
                .toList();
    }

    /**
     * Hands the messages to the consumer once more, in this order.
     *
     * @param replayed is given each letter as it is now: handled, or open again, with the reason it had before
     * @throws RuntimeException if PostgreSQL or Kafka cannot be reached; then they are to be replayed again
     */
    public void replay(List<Letter> letters, Consumer<Letter> replayed) {
        reader.read(letters.stream().map(Letter::place).toList(), row -> {
            ConsumerRecord<byte[], byte[]> message = asItCame(row);
            inputs.consumerOf(message.topic()).accept(new InboundBatch(List.of(message)));
            replayed.accept(letter(row));
        });
    }

    private Letter letter(ConsumerRecord<byte[], byte[]> row) {
        return new Letter(
                Place.of(row),
                Place.of(asItCame(row)),
                kept(header(row, CloudEventHeaders.ID)),
                kept(header(row, CloudEventHeaders.TYPE)),
                kept(row.key() == null ? "" : new String(row.key(), UTF_8)),
                header(row, "dlt-reason"),
                Instant.ofEpochMilli(row.timestamp()),
                hasHadItsEffect(row));
    }

    /** What is longer is no attribute of a message that could be handled. */
    private static String kept(String text) {
        return shortened(text, InboundMessage.LONGEST_ATTRIBUTE);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    private boolean hasHadItsEffect(ConsumerRecord<byte[], byte[]> row) {
        try {
            InboundMessage message = InboundMessage.of(row);
            Collection<UUID> known = memory.contents(List.of(message.key())).values();
            return known.stream().anyMatch(message::hasContent);
        } catch (MessageRejectedException noCloudEvent) {
            return false;
        }
    }

    /** Two letters of one message are one; what is no CloudEvent is told apart by where it was. */
    private static Object identity(ConsumerRecord<byte[], byte[]> row) {
        try {
            InboundMessage message = InboundMessage.of(row);
            return List.of(message.key(), message.content());
        } catch (MessageRejectedException noCloudEvent) {
            return List.of(header(row, "dlt-original-partition"), header(row, "dlt-original-offset"));
        }
    }

    private static ConsumerRecord<byte[], byte[]> asItCame(ConsumerRecord<byte[], byte[]> row) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : row.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return new ConsumerRecord<>(
                header(row, "dlt-original-topic"),
                Integer.parseInt(header(row, "dlt-original-partition")),
                Long.parseLong(header(row, "dlt-original-offset")),
                row.timestamp(),
                TimestampType.CREATE_TIME,
                row.serializedKeySize(),
                row.serializedValueSize(),
                row.key(),
                row.value(),
                headers,
                Optional.empty());
    }

    private static String header(ConsumerRecord<byte[], byte[]> row, String name) {
        @Nullable Header header = row.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
