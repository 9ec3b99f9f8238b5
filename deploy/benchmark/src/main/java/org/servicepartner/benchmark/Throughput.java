package org.servicepartner.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Jobs per second through either program, in turns. Each round the program is held while the messages gather on its input topic;
 * the clock runs from letting it go until the last of them is on its output topic.
 */
final class Throughput {
    private static final int FLEETS = 20;

    private final Testbed testbed;
    private final Scale scale;
    private final Consumer<String> progress;
    private final UUID partnerId = UUID.randomUUID();
    private int number;

    Throughput(Testbed testbed, Scale scale, Consumer<String> progress) {
        this.testbed = testbed;
        this.scale = scale;
        this.progress = progress;
    }

    /**
     * @param bare jobs per second
     * @param jobService jobs per second
     */
    record Round(double bare, double jobService) {
        double ratio() {
            return jobService / bare;
        }
    }

    List<Round> measure() {
        testbed.send(IntStream.range(0, FLEETS)
                .mapToObj(fleet -> Messages.accepted(UUID.randomUUID().toString(), "throughput-" + fleet, partnerId))
                .toList());
        List<Round> rounds = new ArrayList<>();
        for (int i = 1 - scale.warmUpRounds(); i <= scale.rounds(); i++) {
            Round round = new Round(
                    round(testbed.bare(), BarePipeline.INPUT, testbed.bareOutput()),
                    round(testbed.jobService(), Messages.JOBS, testbed.feed()));
            progress.accept("throughput, %s: bare %,.0f jobs/s, job-service %,.0f jobs/s, ratio %.2f"
                    .formatted(i < 1 ? "warm-up" : "round " + i, round.bare, round.jobService, round.ratio()));
            if (i >= 1) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private double round(MeasuredProcess program, String input, OutputTopic output) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>(scale.jobsPerRound());
        for (int i = 0; i < scale.jobsPerRound(); i++) {
            number++;
            messages.add(Messages.job(
                    input, UUID.randomUUID().toString(), "throughput-" + number % FLEETS, partnerId, number));
        }
        long before = output.count();
        program.pause();
        try {
            testbed.send(messages);
        } finally {
            program.resume();
        }
        long start = System.nanoTime();
        output.awaitCount(before + messages.size());
        return messages.size() / (Waiting.millisSince(start) / 1_000);
    }
}
