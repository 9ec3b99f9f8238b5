package org.servicepartner.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.servicepartner.local.Infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Another program at the same broker: publishes CloudEvents in binary mode, and reads topics from their beginning. */
public final class CloudEventsClient implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;

    /** A client of the broker that the tests of this JVM share. */
    public CloudEventsClient() {
        this(Infrastructure.shared().kafka().bootstrapServers());
    }

    public CloudEventsClient(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Publishes a CloudEvent under a random id and returns the id. */
    public String publish(String topic, String key, String source, String type, String json) {
        String id = UUID.randomUUID().toString();
        publish(topic, key, headers(id, source, type), json);
        return id;
    }

    /** Publishes a record with exactly these headers and returns when the broker has it. Null data is a tombstone. */
    public void publish(String topic, String key, Map<String, String> headers, @Nullable String data) {
        try {
            send(topic, key, headers, data == null ? null : data.getBytes(UTF_8))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not published on " + topic, e.getCause());
        }
    }

    /** Hands a record over to be sent, without waiting; for many of them. */
    public CompletableFuture<RecordMetadata> send(
            String topic, String key, Map<String, String> headers, byte @Nullable [] data) {
        ProducerRecord<byte[], byte[]> row = new ProducerRecord<>(topic, key.getBytes(UTF_8), data);
        headers.forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
        producer.send(row, (metadata, failure) -> {
            if (failure == null) {
                sent.complete(metadata);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
    }

    /** The headers of a CloudEvent; may be changed. */
    public static Map<String, String> headers(String id, String source, String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    /** The names of all topics. */
    public Set<String> topics() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.listTopics().keySet();
        }
    }

    /** By subject, what a reader of a compacted topic knows in the end, who passes over news that is older than what it had. */
    public Map<String, ReceivedEvent> lastOf(String topic) {
        Map<String, ReceivedEvent> last = new HashMap<>();
        for (ReceivedEvent row : records(topic)) {
            last.merge(
                    row.headers().get("ce_subject"),
                    row,
                    (older, newer) -> newer.sequence() < older.sequence() ? older : newer);
        }
        last.values().removeIf(row -> row.data() == null);
        return last;
    }

    /** All records that are on the topic now, in order per partition; none if there is no such topic yet. */
    public List<ReceivedEvent> records(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_committed",
                "allow.auto.create.topics",
                false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ReceivedEvent> received = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(row -> received.add(received(row)));
            }
            return received;
        }
    }

    private static ReceivedEvent received(ConsumerRecord<byte[], byte[]> row) {
        Map<String, String> headers = new LinkedHashMap<>();
        row.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new ReceivedEvent(
                row.partition(),
                row.offset(),
                Instant.ofEpochMilli(row.timestamp()),
                text(row.key()),
                headers,
                text(row.value()));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    /** Waits until at least this many records of the topic fulfil the condition, and returns those. */
    public List<ReceivedEvent> await(String topic, int count, Predicate<ReceivedEvent> condition) {
        List<ReceivedEvent> matching = new ArrayList<>();
        Awaitility.await().atMost(LONGEST_WAIT).untilAsserted(() -> {
            matching.clear();
            records(topic).stream().filter(condition).forEach(matching::add);
            assertThat(matching).as("records on %s", topic).hasSizeGreaterThanOrEqualTo(count);
        });
        return List.copyOf(matching);
    }

    /** Waits for one record of the topic with this key and type, and returns the last of them. */
    public ReceivedEvent await(String topic, String key, String type) {
        return await(topic, 1, event -> key.equals(event.key()) && type.equals(event.type()))
                .getLast();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
