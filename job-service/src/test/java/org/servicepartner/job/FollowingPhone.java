package org.servicepartner.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A technician's phone that knows its jobs from the live stream alone. It has no reception now and then, and comes back at any
 * replica with the id of the last event it got. Nothing comes to it twice.
 */
final class FollowingPhone implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final DemoUser technician;
    private final String token;
    private final Map<String, String> fleetOf = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable String lastId;
    private boolean reception = true;
    private boolean resetting;
    private boolean refused;
    private @Nullable SseClient stream;
    private int taken;

    FollowingPhone(DemoUser technician, String token) {
        this.technician = technician;
        this.token = token;
    }

    /** Goes on following where it stopped, unless it follows already or has no reception. */
    void follow(int port) {
        takeIn();
        if (reception && stream == null) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/smartcontrol/v1/jobs/stream"))
                    .header("Authorization", "Bearer " + token);
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
            stream = new SseClient(HTTP, request.build());
            taken = 0;
        }
    }

    /** Whatever is still under way does not arrive any more. */
    void loseReception() {
        takeIn();
        close();
        reception = false;
    }

    void findReception() {
        reception = true;
    }

    /** What the phone shows now. */
    Set<String> jobs() {
        takeIn();
        return new TreeSet<>(fleetOf.keySet());
    }

    boolean shows(String jobId) {
        takeIn();
        return !resetting && fleetOf.containsKey(jobId);
    }

    /** Whether the last that the service has told the technician is that he may not see jobs. */
    boolean isRefused() {
        takeIn();
        return refused;
    }

    private void takeIn() {
        if (stream == null) {
            return;
        }
        if (stream.isRefused()) {
            endAccess();
            return;
        }
        List<SseClient.Event> seen = stream.seen();
        while (stream != null && taken < seen.size()) {
            takeIn(seen.get(taken++));
        }
    }

    private void takeIn(SseClient.Event event) {
        if (event.id() != null) {
            assertThat(ids.add(event.id())).as("%s comes once", event).isTrue();
            lastId = event.id();
        }
        refused = false;
        switch (event.name()) {
            case "reset" -> {
                fleetOf.clear();
                resetting = true;
            }
            case "job" -> takeInJob(JsonMapper.shared().readTree(event.data()));
            case "ready" -> {
                assertThat(resetting).as("ready ends a reset").isTrue();
                resetting = false;
            }
            case "fleet-hidden" -> {
                String fleet = JsonMapper.shared()
                        .readTree(event.data())
                        .get("fleetId")
                        .asString();
                fleetOf.values().removeIf(fleet::equals);
            }
            case "fleet-shown" -> {}
            case "access-ended" -> endAccess();
            default -> throw new AssertionError("Unknown to SmartControl: " + event);
        }
    }

    private void endAccess() {
        refused = true;
        fleetOf.clear();
        close();
    }

    private void takeInJob(JsonNode job) {
        assertThat(job.get("partnerId").asString())
                .isEqualTo(technician.partnerId().toString());
        String known =
                fleetOf.put(job.get("jobId").asString(), job.get("fleetId").asString());
        if (resetting) {
            assertThat(known).as("a reset tells of a job once: %s", job).isNull();
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
            resetting = false;
        }
    }
}
