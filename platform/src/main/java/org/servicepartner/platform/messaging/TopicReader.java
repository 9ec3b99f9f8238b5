package org.servicepartner.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Reads what is on a topic now, and leaves no trace of having read it. */
public final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaProperties kafka;

    TopicReader(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** Hands over what was published since the moment, in order per partition. */
    public void read(String topic, Instant since, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.buildConsumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> times = new HashMap<>();
            consumer.partitionsFor(topic)
                    .forEach(info -> times.put(new TopicPartition(topic, info.partition()), since.toEpochMilli()));
            Map<TopicPartition, Long> ends = consumer.endOffsets(times.keySet());
            consumer.assign(times.keySet());
            consumer.offsetsForTimes(times)
                    .forEach((partition, first) ->
                            consumer.seek(partition, first == null ? ends.get(partition) : first.offset()));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }
}
