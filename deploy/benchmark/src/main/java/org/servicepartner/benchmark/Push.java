package org.servicepartner.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Time from publishing a job until the phones of its partner have it, while thousands follow live; and what they cost in memory. */
final class Push {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Testbed testbed;
    private final Scale scale;
    private final Consumer<String> progress;

    Push(Testbed testbed, Scale scale, Consumer<String> progress) {
        this.testbed = testbed;
        this.scale = scale;
        this.progress = progress;
    }

    /** @param memory of job-service at the end of the round, MiB */
    record Round(Latency.Percentiles push, long memory) {}

    /** @param idleMemory of job-service before the first phone, MiB */
    record Result(long idleMemory, List<Round> rounds) {}

    /** Leaves nobody connected. */
    Result measure() {
        List<Technician> technicians = testbed.technicians(scale.partners());
        List<Testbed.Recipient> recipients = technicians.stream()
                .map(technician -> new Testbed.Recipient("push-" + technician.userId(), technician.partnerId()))
                .toList();
        testbed.send(recipients.stream()
                .map(recipient ->
                        Messages.accepted(UUID.randomUUID().toString(), recipient.fleetId(), recipient.partnerId()))
                .toList());
        long idle = testbed.jobService().memory();
        Map<String, Long> publishedAt = new ConcurrentHashMap<>();
        Arrivals[] current = {new Arrivals(publishedAt)};
        List<SmartControl.Stream> phones = new ArrayList<>();
        try {
            for (Technician technician : technicians) {
                SmartControl app = testbed.smartControl(technician);
                for (int i = 0; i < scale.phonesPerPartner(); i++) {
                    phones.add(app.follow(line -> current[0].noteLine(line)));
                }
            }
            progress.accept("push: %,d phones of %,d partners follow".formatted(phones.size(), technicians.size()));
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i <= scale.latencyRounds(); i++) {
                Arrivals arrivals = new Arrivals(publishedAt);
                current[0] = arrivals;
                int jobs =
                        (int) ((i == 0 ? scale.warmUpTime() : scale.latencyTime()).toSeconds() * Scale.JOBS_PER_SECOND);
                testbed.publishSteadily(jobs, publishedAt, number -> recipients.get(number % recipients.size()));
                int expected = jobs * scale.phonesPerPartner();
                Waiting.until(
                        () -> "%d jobs on every phone of their partners (%d of %d)"
                                .formatted(jobs, arrivals.count(), expected),
                        PATIENCE,
                        Waiting.PAUSE,
                        () -> arrivals.count() >= expected);
                Round round =
                        new Round(arrivals.percentiles(), testbed.jobService().memory());
                progress.accept("push, %s: p50 %.1f p95 %.1f p99 %.1f ms, memory %,d MiB"
                        .formatted(
                                i == 0 ? "warm-up" : "round " + i,
                                round.push.p50(),
                                round.push.p95(),
                                round.push.p99(),
                                round.memory));
                if (i > 0) {
                    rounds.add(round);
                }
            }
            return new Result(idle, rounds);
        } finally {
            phones.forEach(SmartControl.Stream::close);
        }
    }
}
