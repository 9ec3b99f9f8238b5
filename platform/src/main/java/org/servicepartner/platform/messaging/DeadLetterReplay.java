package org.servicepartner.platform.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

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
     * A dead letter, without its data.
     *
     * @param message the message as it came
     * @param handled whether a message of this id and content has had its effect
     */
    public record Letter(ConsumerRecord<byte[], byte[]> message, String reason, Instant at, boolean handled) {
        public String id() {
            return header(message, CloudEventHeaders.ID);
        }

        /** For a terminal: nothing of the data, and nothing that a sender could abuse. */
        @Override
        public String toString() {
            return "%s  %-9s  %s  %s  id=%s  key=%s  from %s-%d@%d"
                    .formatted(
                            at,
                            handled ? "handled" : "open",
                            reason,
                            printable(header(message, CloudEventHeaders.TYPE)),
                            printable(id()),
                            printable(message.key() == null ? "" : new String(message.key(), UTF_8)),
                            message.topic(),
                            message.partition(),
                            message.offset());
        }

        private static String printable(String text) {
            String clean = text.replaceAll("\\p{C}", "?");
            return clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean;
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
        Map<Object, ConsumerRecord<byte[], byte[]>> latest = new LinkedHashMap<>();
        reader.read(settings.deadLetterTopic(topic), Instant.EPOCH, row -> latest.put(identity(row), row));
        List<Letter> letters = new ArrayList<>();
        latest.values().forEach(row -> {
            ConsumerRecord<byte[], byte[]> message = asItCame(row);
            letters.add(new Letter(
                    message,
                    header(row, "dlt-reason"),
                    Instant.ofEpochMilli(row.timestamp()),
                    hasHadItsEffect(message)));
        });
        letters.sort(Comparator.comparing((Letter letter) -> letter.message().partition())
                .thenComparing(letter -> letter.message().offset()));
        return letters;
    }

    /**
     * Hands the message to the consumer once more.
     *
     * @return the letter as it is now: handled, or open again for the reason that the newest dead letter tells
     * @throws RuntimeException if PostgreSQL or Kafka cannot be reached; then it is to be replayed again
     */
    public Letter replay(Letter letter) {
        inputs.consumerOf(letter.message().topic()).accept(new InboundBatch(List.of(letter.message())));
        return new Letter(letter.message(), letter.reason(), letter.at(), hasHadItsEffect(letter.message()));
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
