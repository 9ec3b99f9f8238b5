package org.servicepartner.local.fleetcontrol;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "watch",
        description =
                "Shows what the platform publishes for FleetControl and SmartControl, and FleetControl's messages that it did not understand; one line each.")
final class Watch implements Runnable {

    static final List<String> TOPICS = List.of(
            "servicepartner.fleet-connections.v1",
            "servicepartner.jobs.v1",
            "smartcontrol.jobs.v1",
            "fleet-connection-service.fleetcontrol.connections.v1.dlt",
            "job-service.fleetcontrol.jobs.v1.dlt");

    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FOREVER = Duration.ofDays(365);

    @ParentCommand
    private @Nullable FleetControl fleetControl;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from-beginning", description = "Show what was published before as well.")
    private boolean fromBeginning;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Time.class,
            description = "End after this time, such as 10s or 5m.")
    private Duration time = FOREVER;

    @Option(names = "--count", paramLabel = "N", description = "End after N messages.")
    private long count = Long.MAX_VALUE;

    @Override
    public void run() {
        String broker = Objects.requireNonNull(fleetControl).broker();
        Broker.requireReachable(broker);
        PrintWriter out = spec.commandLine().getOut();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            Set<TopicPartition> known = new HashSet<>();
            take(consumer, known, !fromBeginning);
            out.println("Watching " + String.join(", ", TOPICS) + (time.equals(FOREVER) ? " (Ctrl-C ends)." : "."));
            show(consumer, known, out);
        }
    }

    private void show(KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> known, PrintWriter out) {
        long start = System.nanoTime();
        long looked = start;
        long shown = 0;
        while (shown < count && System.nanoTime() - start < time.toNanos()) {
            if (System.nanoTime() - looked > LOOK_FOR_TOPICS.toNanos()) {
                take(consumer, known, false);
                looked = System.nanoTime();
            }
            for (ConsumerRecord<String, byte[]> message : poll(consumer, known)) {
                if (shown++ < count) {
                    out.println(Sentence.of(message));
                }
            }
        }
    }

    private static Iterable<ConsumerRecord<String, byte[]>> poll(
            KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> known) {
        if (known.isEmpty()) {
            // A consumer without a partition cannot wait for messages.
            LockSupport.parkNanos(POLL.toNanos());
            return List.of();
        }
        return consumer.poll(POLL);
    }

    /** Topics that a service creates later are read from their first message, because all of it happened after the start. */
    private static void take(KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> known, boolean onlyNew) {
        Set<TopicPartition> all = consumer.listTopics().entrySet().stream()
                .filter(topic -> TOPICS.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toSet());
        if (!known.addAll(all)) {
            return;
        }
        consumer.assign(known);
        if (onlyNew) {
            consumer.seekToEnd(known);
            // The end is looked up lazily; what is published after "Watching" must be shown.
            known.forEach(consumer::position);
        }
    }

    /** {@code 10s}, {@code 5m} or {@code 1h}. */
    static final class Time implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse("PT" + text);
            } catch (DateTimeParseException wrong) {
                throw new TypeConversionException("'" + text + "' is no time. Write 10s, 5m or 1h.");
            }
        }
    }
}
