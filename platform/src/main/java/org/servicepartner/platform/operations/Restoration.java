package org.servicepartner.platform.operations;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.CloudEventHeaders;
import org.servicepartner.platform.messaging.ConsumerPositions;
import org.servicepartner.platform.messaging.MessagePublisher;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.messaging.StillReadException;
import org.servicepartner.platform.messaging.TopicReader;
import org.servicepartner.platform.relay.Relay;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Brings this service and Kafka together again after its database has gone back in time and Kafka has not: it reads again what
 * it was told since, and takes back on compacted topics what it told since and no longer knows.
 */
final class Restoration {
    /** More than a service stores between a restored moment and now: a day at the highest rate that was measured. */
    private static final long LEAP = 1_000_000_000;

    private static final int PAGE = 1_000;

    /** What the services tell each other. */
    private static final String OURS = "servicepartner.";

    private final EventLog log;
    private final ConsumerPositions positions;
    private final TopicReader topics;
    private final MessagePublisher publisher;
    private final List<Relay> relays;

    Restoration(
            EventLog log,
            ConsumerPositions positions,
            TopicReader topics,
            MessagePublisher publisher,
            List<Relay> relays) {
        this.log = log;
        this.positions = positions;
        this.topics = topics;
        this.publisher = publisher;
        this.relays = relays;
    }

    /**
     * May be repeated.
     *
     * @param since well before the moment to which the database has gone back: by more than consumers were behind then
     * @param allDatabases whether those of all services have gone back together: then what they told each other since is nobody's, and
     *     what they told shortly before is told again
     * @throws CommandRefusedException if a replica of this service reads; then nothing is changed
     */
    void run(Instant since, boolean allDatabases, PrintStream out) {
        relays.forEach(Relay::stop);
        Predicate<String> nobodysNews = topic -> allDatabases && topic.startsWith(OURS);
        moved(since, nobodysNews)
                .forEach((partition, offset) -> out.printf(
                        "%s is read %s from %d%n",
                        partition, nobodysNews.test(partition.topic()) ? "on" : "again", offset));
        if (allDatabases) {
            long told = log.headAt(since);
            relays.stream().filter(relay -> relay.stateTopic().isEmpty()).forEach(relay -> relay.goBackTo(told));
            out.printf("Events above %d are told again%n", told);
        }
        long index = log.leap(LEAP);
        out.printf("New events have an index above %d%n", index);
        for (Relay relay : relays) {
            relay.stateTopic().ifPresent(topic -> tellAgain(relay, topic, since, index, out));
        }
    }

    private Map<TopicPartition, Long> moved(Instant since, Predicate<String> nobodysNews) {
        try {
            return positions.moveTo(since, nobodysNews);
        } catch (StillReadException running) {
            throw new CommandRefusedException(
                    "Replicas of this service still read from Kafka. Stop all of them and call this again; nothing is changed.");
        }
    }

    private void tellAgain(Relay relay, String topic, Instant since, long index, PrintStream out) {
        Map<String, Told> told = new LinkedHashMap<>();
        topics.read(topic, since, row -> told.put(new String(row.key(), UTF_8), Told.by(row)));
        List<String> keys = List.copyOf(told.keySet());
        for (int from = 0; from < keys.size(); from += PAGE) {
            List<OutboundMessage> tombstones = keys.subList(from, Math.min(from + PAGE, keys.size())).stream()
                    .map(key -> told.get(key).tombstone(topic, key, index - 1))
                    .toList();
            publisher.publish(tombstones);
            String[] subjects =
                    tombstones.stream().map(OutboundMessage::subject).distinct().toArray(String[]::new);
            List<RecordedEvent> known = log.ofAggregates(subjects).stream()
                    .map(event -> event.repeatedAs(index))
                    .toList();
            if (!known.isEmpty()) {
                relay.repeat(known);
            }
        }
        out.printf("%s: %d keys told again%n", topic, keys.size());
    }

    /** What a message was about, without what it said: there may be very many. */
    private record Told(String type, String subject) {
        static Told by(ConsumerRecord<byte[], byte[]> row) {
            return new Told(header(row, CloudEventHeaders.TYPE).intern(), header(row, CloudEventHeaders.SUBJECT));
        }

        private static String header(ConsumerRecord<byte[], byte[]> row, String name) {
            Header header = row.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), UTF_8);
        }

        OutboundMessage tombstone(String topic, String key, long index) {
            return new OutboundMessage(
                    topic, key, UUID.randomUUID().toString(), type, subject, Instant.now(), index, null, Map.of());
        }
    }
}
