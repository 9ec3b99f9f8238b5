package org.servicepartner.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** When jobs that were published arrive somewhere. */
final class Arrivals {
    private static final String JOB_ID = "\"jobId\":\"";
    private static final int JOB_ID_LENGTH = 36;

    private final Map<String, Long> publishedAt;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stopped;

    /** @param publishedAt nano time by job id */
    Arrivals(Map<String, Long> publishedAt) {
        this.publishedAt = publishedAt;
    }

    /** Others than the published ones do not count. */
    void note(String jobId) {
        Long published = publishedAt.get(jobId);
        if (published != null) {
            millis.add(Waiting.millisSince(published));
        }
    }

    /** A line of a live stream; one without a job does not count. */
    void noteLine(String line) {
        int at = line.indexOf(JOB_ID);
        if (at >= 0) {
            int from = at + JOB_ID.length();
            note(line.substring(from, from + JOB_ID_LENGTH));
        }
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    int count() {
        return millis.size();
    }

    Latency.Percentiles percentiles() {
        return Latency.Percentiles.of(List.copyOf(millis));
    }
}
