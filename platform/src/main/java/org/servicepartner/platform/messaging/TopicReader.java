package org.servicepartner.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Reads what is on a topic now, and leaves no trace of having read it. */
public final class TopicReader {
    private final KafkaProperties kafka;

    TopicReader(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** Where a record is. */
    public record Place(String topic, int partition, long offset) {
        public static Place of(ConsumerRecord<?, ?> row) {
            return new Place(row.topic(), row.partition(), row.offset());
        }

        @Override
        public String toString() {
            return "%s-%d@%d".formatted(topic, partition, offset);
        }
    }

    /**
     * Hands over what was published since the moment, in order per partition.
     *
     * @throws TimeoutException if nothing comes for as long as a call of Kafka's consumer may take ({@code default.api.timeout.ms})
     */
    public void read(String topic, Instant since, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        Duration patience = patience(settings);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
            Map<TopicPartition, Long> times = new HashMap<>();
            consumer.partitionsFor(topic)
                    .forEach(info -> times.put(new TopicPartition(topic, info.partition()), since.toEpochMilli()));
            Map<TopicPartition, Long> ends = consumer.endOffsets(times.keySet());
            consumer.assign(times.keySet());
            consumer.offsetsForTimes(times)
                    .forEach((partition, first) ->
                            consumer.seek(partition, first == null ? ends.get(partition) : first.offset()));
            long ahead = ahead(consumer, ends);
            while (ahead > 0) {
                consumer.poll(patience).forEach(reader);
                long before = ahead;
                ahead = ahead(consumer, ends);
                if (ahead == before) {
                    throw new TimeoutException(
                            "%s has more, but nothing came for %d s".formatted(topic, patience.toSeconds()));
                }
            }
        }
    }

    /**
     * Hands over what is at these places, in their order, and keeps none of it.
     *
     * @throws TimeoutException if a record does not come for that long
     */
    public void read(List<Place> places, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        Duration patience = patience(settings);
        // What a poll has left over serves the next place, if that is the next offset.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
            for (Place place : places) {
                TopicPartition partition = new TopicPartition(place.topic, place.partition);
                consumer.assign(List.of(partition));
                consumer.seek(partition, place.offset);
                reader.accept(consumer.poll(patience).records(partition).stream()
                        .filter(row -> row.offset() == place.offset)
                        .findFirst()
                        .orElseThrow(() -> new TimeoutException("%s is not there any more, or did not come within %d s"
                                .formatted(place, patience.toSeconds()))));
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static long ahead(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private static Duration patience(Map<String, Object> settings) {
        return Duration.ofMillis(
                (int) ConsumerConfig.configDef().parse(settings).get(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG));
    }
}
