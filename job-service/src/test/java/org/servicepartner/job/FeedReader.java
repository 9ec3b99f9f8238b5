package org.servicepartner.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.servicepartner.local.Infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** SmartControl's program at the compacted topic: of each key it keeps the last record, unless that is a tombstone. None of what is asked for is older than the one before. */
final class FeedReader implements AutoCloseable {
    private static final String TOPIC = "smartcontrol.jobs.v1";

    private final KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers",
                    Infrastructure.shared().kafka().bootstrapServers(),
                    "auto.offset.reset",
                    "earliest",
                    "allow.auto.create.topics",
                    false),
            new StringDeserializer(),
            new StringDeserializer());
    private final Set<String> visible = new TreeSet<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<String> fallen = new ArrayList<>();

    /** The keys of what is visible now, as far as they are asked for. */
    Set<String> visible(Predicate<String> wanted) {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList());
        }
        consumer.poll(Duration.ofMillis(20)).forEach(row -> {
            long sequence = Long.parseLong(
                    new String(row.headers().lastHeader("ce_sequence").value(), UTF_8));
            Long before = sequences.put(row.key(), sequence);
            if (wanted.test(row.key()) && before != null && before > sequence) {
                fallen.add(row.key() + " from " + before + " to " + sequence);
            }
            if (row.value() == null) {
                visible.remove(row.key());
            } else {
                visible.add(row.key());
            }
        });
        assertThat(fallen).isEmpty();
        Set<String> asked = new TreeSet<>(visible);
        asked.removeIf(wanted.negate());
        return asked;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
