package org.servicepartner.acceptance;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import static java.util.stream.Collectors.toSet;

/** Asks for the lists of technicians all the time, and remembers what they showed and when. */
final class VisibilityWatch implements AutoCloseable {
    private static final int PAUSE_MS = 100;

    /**
     * One answer.
     *
     * @param asOf the place in job-service's story as of which it is
     */
    record Sample(String partnerId, Instant asked, Instant answered, long asOf, Set<String> jobs) {}

    private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> watchers;

    VisibilityWatch(Person... technicians) {
        watchers = Stream.of(technicians)
                .map(technician -> Thread.ofVirtual().start(() -> watch(technician)))
                .toList();
    }

    private void watch(Person technician) {
        try {
            while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                ask(technician);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Person technician) {
        Instant asked = Instant.now();
        try {
            HttpResponse<String> answer = technician.newestJobs();
            if (answer.statusCode() == 200) {
                samples.add(new Sample(
                        technician.partnerId(),
                        asked,
                        Instant.now(),
                        answer.headers().firstValueAsLong("Stream-Position").orElseThrow(),
                        jobsIn(answer.body())));
            }
        } catch (RuntimeException nobodyAnswers) {
            // Who gets no answer sees nothing.
        }
    }

    /** The same id comes in thousands of samples and is kept once. */
    private static Set<String> jobsIn(String body) {
        return JsonMapper.shared()
                .readTree(body)
                .get("jobs")
                .valueStream()
                .map(job -> job.get("jobId").asString().intern())
                .collect(toSet());
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void close() throws InterruptedException {
        closed.countDown();
        for (Thread watcher : watchers) {
            watcher.join();
        }
    }
}
