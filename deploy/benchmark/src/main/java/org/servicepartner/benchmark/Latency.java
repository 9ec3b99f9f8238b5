package org.servicepartner.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Time from publishing a job until it is read from the Kafka feed and from the live stream, at a steady rate. */
final class Latency {
    private static final String FLEET = "latency";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Testbed testbed;
    private final Scale scale;
    private final Consumer<String> progress;
    private final UUID partnerId = Technician.TOM.partnerId();

    Latency(Testbed testbed, Scale scale, Consumer<String> progress) {
        this.testbed = testbed;
        this.scale = scale;
        this.progress = progress;
    }

    /** Milliseconds. */
    record Percentiles(double p50, double p95, double p99) {
        static Percentiles of(List<Double> millis) {
            return new Percentiles(
                    Statistics.percentile(millis, 50),
                    Statistics.percentile(millis, 95),
                    Statistics.percentile(millis, 99));
        }

        /** Of each percentile the median over the rounds. */
        static Percentiles median(List<Percentiles> rounds) {
            return new Percentiles(
                    median(rounds, Percentiles::p50),
                    median(rounds, Percentiles::p95),
                    median(rounds, Percentiles::p99));
        }

        private static double median(List<Percentiles> rounds, ToDoubleFunction<Percentiles> which) {
            return Statistics.median(rounds.stream().map(which::applyAsDouble).toList());
        }
    }

    record Round(Percentiles kafka, Percentiles stream) {}

    /** Leaves nothing visible behind. */
    List<Round> measure() {
        String connectionId = UUID.randomUUID().toString();
        long before = testbed.feed().count();
        testbed.send(List.of(Messages.accepted(connectionId, FLEET, partnerId)));
        round(scale.warmUpTime());
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= scale.latencyRounds(); i++) {
            Round round = round(scale.latencyTime());
            progress.accept(
                    "latency, round %d: Kafka feed p50 %.1f p95 %.1f p99 %.1f ms, stream p50 %.1f p95 %.1f p99 %.1f ms"
                            .formatted(
                                    i,
                                    round.kafka.p50,
                                    round.kafka.p95,
                                    round.kafka.p99,
                                    round.stream.p50,
                                    round.stream.p95,
                                    round.stream.p99));
            rounds.add(round);
        }
        long jobs = testbed.feed().count() - before;
        testbed.send(List.of(Messages.deleted(connectionId, FLEET, partnerId)));
        testbed.feed().awaitCount(before + 2 * jobs);
        return rounds;
    }

    private Round round(Duration length) {
        int jobs = (int) (length.toSeconds() * Scale.JOBS_PER_SECOND);
        Map<String, Long> publishedAt = new ConcurrentHashMap<>();
        Arrivals kafka = new Arrivals(publishedAt);
        Arrivals stream = new Arrivals(publishedAt);
        KafkaConsumer<String, byte[]> consumer = testbed.feedConsumer();
        Thread.ofPlatform().name("feed-reader").start(() -> read(consumer, kafka, jobs));
        try (SmartControl.Stream sse = testbed.smartControl(Technician.TOM).follow(stream::noteLine)) {
            testbed.publishSteadily(jobs, publishedAt, number -> new Testbed.Recipient(FLEET, partnerId));
            Waiting.until(
                    () -> "all of " + jobs + " jobs on the feed and the stream (" + kafka.count() + ", "
                            + stream.count() + ")",
                    PATIENCE,
                    Waiting.PAUSE,
                    () -> kafka.count() >= jobs && stream.count() >= jobs);
        } finally {
            kafka.stop();
        }
        return new Round(kafka.percentiles(), stream.percentiles());
    }

    private static void read(KafkaConsumer<String, byte[]> consumer, Arrivals arrivals, int jobs) {
        try (consumer) {
            while (arrivals.count() < jobs && !arrivals.isStopped()) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(row ->
                                arrivals.note(row.key().substring(row.key().indexOf(':') + 1)));
            }
        }
    }
}
