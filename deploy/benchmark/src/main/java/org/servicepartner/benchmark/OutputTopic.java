package org.servicepartner.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Counts the records that have ever been put on a topic, without reading them: offsets survive compaction. */
final class OutputTopic {
    static final int PARTITIONS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final String name;
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> latest;

    OutputTopic(String name, Admin admin) {
        this.name = name;
        this.admin = admin;
        this.latest =
                partitions(name).stream().collect(Collectors.toMap(partition -> partition, p -> OffsetSpec.latest()));
    }

    static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    long count() {
        try {
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new BenchmarkException("Kafka does not tell the offsets of " + name + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }

    void awaitCount(long count) {
        Waiting.until(
                () -> count + " records on " + name + " (" + count() + ")", PATIENCE, PAUSE, () -> count() >= count);
    }
}
