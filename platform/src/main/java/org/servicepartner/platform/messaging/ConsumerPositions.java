package org.servicepartner.platform.messaging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownMemberIdException;
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
     * @param nobodysNews topics of which nothing counts that is there now: they are read from their ends
     * @return the new position in each partition
     * @throws StillReadException if a replica still reads; then nothing is changed in its topic
     * @throws KafkaException if Kafka cannot be reached, or refuses it
     */
    public Map<TopicPartition, Long> moveTo(Instant since, Predicate<String> nobodysNews) {
        Map<TopicPartition, Long> positions = new TreeMap<>(comparing(TopicPartition::toString));
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            for (Inputs.Input input : inputs.all()) {
                Map<TopicPartition, OffsetAndMetadata> moved = positions(
                        admin,
                        input.topic(),
                        nobodysNews.test(input.topic())
                                ? OffsetSpec.latest()
                                : OffsetSpec.forTimestamp(since.toEpochMilli()));
                move(admin, input.group(), moved);
                moved.forEach((partition, offset) -> positions.put(partition, offset.offset()));
            }
            return positions;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException told
                    ? told
                    : new IllegalStateException(failed.getCause());
        }
    }

    private static void move(Admin admin, String group, Map<TopicPartition, OffsetAndMetadata> positions)
            throws InterruptedException, ExecutionException {
        try {
            admin.alterConsumerGroupOffsets(group, positions).all().get();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownMemberIdException) {
                throw new StillReadException(group, refused.getCause());
            }
            throw refused;
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(Admin admin, String topic, OffsetSpec where)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted = new LinkedHashMap<>();
        Map<TopicPartition, OffsetSpec> end = new LinkedHashMap<>();
        for (TopicPartitionInfo info : admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()) {
            TopicPartition partition = new TopicPartition(topic, info.partition());
            wanted.put(partition, where);
            end.put(partition, OffsetSpec.latest());
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(end).all().get();
        Map<TopicPartition, OffsetAndMetadata> offsets = new LinkedHashMap<>();
        admin.listOffsets(wanted)
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
