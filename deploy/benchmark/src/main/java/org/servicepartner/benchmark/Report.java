package org.servicepartner.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * What was measured.
 *
 * @param throughput empty if it was not asked for; so are the others
 */
record Report(
        Scale scale,
        List<Throughput.Round> throughput,
        List<Latency.Round> latency,
        List<Visibility.Fleet> visibility,
        Push.@Nullable Result push,
        List<Listing.Round> listing,
        double loadBefore,
        Duration took) {

    static double loadOfMachine() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# Benchmark\n\n");
        text.append(
                "%s, %d processors shared by PostgreSQL (fsync on), Kafka, Keycloak and both programs, JDK %s, load average %.1f before and %.1f after; %d s in all.%n"
                        .formatted(
                                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                loadBefore,
                                loadOfMachine(),
                                took.toSeconds()));
        if (!throughput.isEmpty()) {
            throughput(text);
        }
        if (!latency.isEmpty()) {
            latency(text);
        }
        if (!visibility.isEmpty()) {
            visibility(text);
        }
        if (push != null) {
            push(text, push);
        }
        if (!listing.isEmpty()) {
            listing(text);
        }
        return text.toString();
    }

    private void throughput(StringBuilder text) {
        text.append("""

                ## Jobs per second

                %,d messages waiting at the start of each round; %d rounds each, in turns, after %d to warm up.

                | | median | rounds |
                |---|---|---|
                | bare pipeline | **%,.0f** | %s |
                | job-service | **%,.0f** | %s |
                | ratio | **%.2f** | %s |
                """.formatted(
                        scale.jobsPerRound(),
                        throughput.size(),
                        scale.warmUpRounds(),
                        median(throughput, Throughput.Round::bare),
                        each(throughput, "%,.0f", Throughput.Round::bare),
                        median(throughput, Throughput.Round::jobService),
                        each(throughput, "%,.0f", Throughput.Round::jobService),
                        median(throughput, Throughput.Round::jobService) / median(throughput, Throughput.Round::bare),
                        each(throughput, "%.2f", Throughput.Round::ratio)));
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> value) {
        return Statistics.median(rounds.stream().map(value::applyAsDouble).toList());
    }

    private static <T> String each(List<T> rounds, String format, ToDoubleFunction<T> value) {
        return rounds.stream()
                .map(round -> format.formatted(value.applyAsDouble(round)))
                .collect(joining(" · "));
    }

    private void latency(StringBuilder text) {
        text.append("""

                ## From publishing a job until it is read, at %d jobs/s

                Medians of %d rounds of %d s.

                | | p50 | p95 | p99 | p99 of the rounds |
                |---|---|---|---|---|
                """.formatted(
                Scale.JOBS_PER_SECOND, latency.size(), scale.latencyTime().toSeconds()));
        percentiles(
                text, "Kafka feed", latency.stream().map(Latency.Round::kafka).toList());
        percentiles(
                text,
                "live stream (SSE)",
                latency.stream().map(Latency.Round::stream).toList());
    }

    private static void percentiles(StringBuilder text, String what, List<Latency.Percentiles> rounds) {
        Latency.Percentiles median = Latency.Percentiles.median(rounds);
        text.append("| %s | %.1f ms | %.1f ms | **%.1f ms** | %s |%n"
                .formatted(
                        what,
                        median.p50(),
                        median.p95(),
                        median.p99(),
                        rounds.stream()
                                .map(round -> "%.1f".formatted(round.p99()))
                                .collect(joining(" · "))));
    }

    private void visibility(StringBuilder text) {
        text.append("""

                ## From the message about a connection until SmartControl sees its effect

                Medians of %d repetitions, each with a new connection. The list is `GET /api/smartcontrol/v1/jobs?limit=50`.

                | | jobs of the fleet | list | list, each | Kafka feed has told every job |
                |---|---|---|---|---|
                """.formatted(scale.repetitions()));
        for (Visibility.Fleet fleet : visibility) {
            change(text, "accepted", fleet.jobs(), fleet.accepted());
        }
        for (Visibility.Fleet fleet : visibility) {
            change(text, "deleted", fleet.jobs(), fleet.deleted());
        }
    }

    private static void change(StringBuilder text, String what, int jobs, List<Visibility.Change> changes) {
        Visibility.Change median = Visibility.Change.median(changes);
        text.append("| %s | %,d | **%.0f ms** | %s | %,.0f ms |%n"
                .formatted(
                        what,
                        jobs,
                        median.list(),
                        changes.stream()
                                .map(change -> "%.0f".formatted(change.list()))
                                .collect(joining(" · ")),
                        median.feed()));
    }

    private void push(StringBuilder text, Push.Result result) {
        text.append("""

                ## From publishing a job until a phone that follows live has it, with %,d phones

                %,d partners with %,d phones each, %d jobs/s in turn for each partner. Medians of %d rounds of %d s.

                | | p50 | p95 | p99 | p99 of the rounds |
                |---|---|---|---|---|
                """.formatted(
                        scale.partners() * scale.phonesPerPartner(),
                        scale.partners(),
                        scale.phonesPerPartner(),
                        Scale.JOBS_PER_SECOND,
                        result.rounds().size(),
                        scale.latencyTime().toSeconds()));
        percentiles(
                text,
                "live stream (SSE)",
                result.rounds().stream().map(Push.Round::push).toList());
        text.append(
                "%nMemory of job-service (heap up to 768 MiB): %,d MiB before the first phone; %s MiB after each round.%n"
                        .formatted(
                                result.idleMemory(),
                                result.rounds().stream()
                                        .map(round -> "%,d".formatted(round.memory()))
                                        .collect(joining(" · "))));
    }

    private void listing(StringBuilder text) {
        text.append("""

                ## Pages of a technician's list per second

                50 of %,d jobs a page, four clients at once, while the partner gets %d new jobs a second; in turns, %d rounds of %d s each.

                | | median | rounds |
                |---|---|---|
                | the same SQL alone | **%,.0f** | %s |
                | `GET /api/smartcontrol/v1/jobs?limit=50` | **%,.0f** | %s |
                | ratio | **%.2f** | %s |
                """.formatted(
                        scale.listedJobs(),
                        Listing.JOBS_PER_SECOND,
                        listing.size(),
                        scale.listingTime().toSeconds(),
                        median(listing, Listing.Round::sql),
                        each(listing, "%,.0f", Listing.Round::sql),
                        median(listing, Listing.Round::http),
                        each(listing, "%,.0f", Listing.Round::http),
                        median(listing, Listing.Round::http) / median(listing, Listing.Round::sql),
                        each(listing, "%.2f", Listing.Round::ratio)));
    }
}
