package org.servicepartner.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone's copy of the jobs, kept by the live stream alone, which is continued wherever it broke off. */
final class StreamFollower implements AutoCloseable {
    private static final int PAUSE_MS = 50;

    private final Person technician;
    private final Map<String, JsonNode> jobs = new LinkedHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread reader;
    private LiveStream stream;
    private int read;
    private String position = "";
    private int continued;

    StreamFollower(Person technician) {
        this.technician = technician;
        this.stream = technician.openStream();
        this.reader = Thread.ofVirtual().start(this::follow);
    }

    /** What the phone shows, by job id. */
    synchronized Map<String, JsonNode> jobs() {
        return Map.copyOf(jobs);
    }

    /** How often a stream was continued that had told something. */
    synchronized int continued() {
        return continued;
    }

    private void follow() {
        try {
            while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                boolean ended = stream.hasEnded();
                takeOver();
                if (ended) {
                    reconnect();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void takeOver() {
        List<LiveStream.Event> seen = stream.seen();
        seen.subList(read, seen.size()).forEach(this::take);
        read = seen.size();
    }

    private void take(LiveStream.Event event) {
        JsonNode data = JsonMapper.shared().readTree(event.data().isEmpty() ? "{}" : event.data());
        switch (event.name()) {
            case "job" -> jobs.put(data.get("jobId").asString(), data);
            case "fleet-hidden" ->
                jobs.values().removeIf(job -> job.get("fleetId").equals(data.get("fleetId")));
            case "reset", "access-ended" -> {
                jobs.clear();
                position = "";
            }
            default -> {}
        }
        if (!event.id().isEmpty()) {
            position = event.id();
        }
    }

    private synchronized void reconnect() {
        try {
            stream = position.isEmpty() ? technician.openStream() : technician.streamAfter(position);
            continued += read > 0 ? 1 : 0;
            read = 0;
        } catch (RuntimeException noToken) {
            // Keycloak is away; the next round tries again.
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed.countDown();
        reader.join();
        stream.close();
    }
}
