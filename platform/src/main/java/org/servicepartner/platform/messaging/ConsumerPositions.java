package org.servicepartner.platform.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

import static java.util.Comparator.comparing;

/** From where this service goes on reading. */
public final class ConsumerPositions {
    private final Inputs inputs;
    private final KafkaProperties kafka;

    ConsumerPositions(Inputs inputs, KafkaProperties kafka) {
        this.inputs = inputs;
        this.kafka = kafka;
    }

    /**
     * Lets this service read everything again that was published since the moment: what its database has had the effect of has no
     * second one. For a database that has gone back in time, while Kafka has not.
     *
     * @return the new position in each partition
     * @throws IllegalStateException if a replica still reads; then nothing is changed in its topic
     */
    public Map<TopicPartition, Long> moveTo(Instant since) {
        Map<TopicPartition, Long> positions = new TreeMap<>(comparing(TopicPartition::toString));
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            for (Inputs.Input input : inputs.all()) {
                Map<TopicPartition, OffsetAndMetadata> moved = first(admin, input.topic(), since);
                admin.alterConsumerGroupOffsets(input.group(), moved).all().get();
                moved.forEach((partition, offset) -> positions.put(partition, offset.offset()));
            }
            return positions;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException refused) {
            throw new IllegalStateException(
                    "Kafka does not move the positions; do replicas of this service run?", refused.getCause());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> first(Admin admin, String topic, Instant since)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> firstSince = new LinkedHashMap<>();
        Map<TopicPartition, OffsetSpec> end = new LinkedHashMap<>();
        for (TopicPartitionInfo info : admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()) {
            TopicPartition partition = new TopicPartition(topic, info.partition());
            firstSince.put(partition, OffsetSpec.forTimestamp(since.toEpochMilli()));
            end.put(partition, OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(end).all().get();
        Map<TopicPartition, OffsetAndMetadata> offsets = new LinkedHashMap<>();
        admin.listOffsets(firstSince)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(
                        partition,
                        // Nothing was published since then: -1.
                        new OffsetAndMetadata(
                                found.offset() < 0 ? ends.get(partition).offset() : found.offset())));
        return offsets;
    }
}
