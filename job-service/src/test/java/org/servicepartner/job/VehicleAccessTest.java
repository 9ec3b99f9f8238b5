package org.servicepartner.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.KeycloakServer;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who may reach a vehicle now, who could, and who is told. */
class VehicleAccessTest extends RunningJobService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CloudEventsClient KAFKA = new CloudEventsClient();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOM = DemoUser.TOM.userId().toString();
    private static final String TELEMATICS = Infrastructure.shared()
            .keycloak()
            .clientToken("telematics-platform", InfrastructureSettings.TELEMATICS_TEST_SECRET);
    private static final String SUE =
            Infrastructure.shared().keycloak().token(KeycloakServer.SUPPORT_USER, KeycloakServer.DEMO_PASSWORD);

    private Phone tom;
    private Fleet fleet;
    private String vin;

    @AfterAll
    static void close() {
        KAFKA.close();
    }

    @BeforeEach
    void technician() {
        tom = new Phone(port, DemoUser.TOM);
        fleet = new Fleet(KAFKA, jdbc);
        fleet.technician(TOM, true);
        fleet.accepted();
        vin = "WVW%014d".formatted(System.nanoTime() % 1_000_000_000_000L);
    }

    @Test
    void itBeginsWithTheStartAndEndsWithTheJob() {
        String job = fleet.job("");
        assertThat(reason()).isEqualTo("NO_RUNNING_JOB");
        tom.accept(job, 0);
        assertThat(reason()).isEqualTo("NO_RUNNING_JOB");
        tom.start(job, 0, vin);

        JsonNode access = access();
        assertThat(access.path("allowed").asBoolean()).isTrue();
        assertThat(access.path("because").get(0).path("jobId").asString()).isEqualTo(job);
        assertThat(access.has("since")).isTrue();
        tom.configure(job, 0, Fleet.UNIT);
        await().until(() -> latest(job) != null && latest(job).contains(Fleet.UNIT));
        assertThat(JSON.readTree(latest(job)).path("vin").asString()).isEqualTo(vin);

        tom.fail(job, 0, "No power");
        assertThat(reason()).isEqualTo("NO_RUNNING_JOB");
        await().until(() -> latest(job) == null);
    }

    @Test
    void itEndsWithTheConnectionAtOnce() {
        String job = started();
        await().until(() -> latest(job) != null);

        fleet.connection("deleted", fleet.connection, false);

        assertThat(access().path("allowed").asBoolean()).isFalse();
        await().until(() -> latest(job) == null);
        await().until(() -> reason().equals("NO_RUNNING_JOB"));
    }

    @Test
    void itEndsWithTheTechnicianAtOnceAndTheJobIsFreeAgain() {
        String job = started();
        await().until(() -> latest(job) != null);

        fleet.technician(TOM, false);

        assertThat(access().path("allowed").asBoolean()).isFalse();
        await().until(() -> latest(job) == null);
        KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.released.v1");
        fleet.technician(TOM, true);
        assertThat(tom.get("/jobs/" + job).body().path("status").asString()).isEqualTo("ASSIGNED");
        assertThat(access().path("allowed").asBoolean()).isFalse();
    }

    @Test
    void thePastCanBeLookedInto() {
        Instant before = Instant.now();
        String job = fleet.job("");
        tom.accept(job, 0);
        Instant accepted = Instant.now();
        tom.start(job, 0, vin);
        Instant running = Instant.now();
        fleet.connection("deleted", fleet.connection, false);
        KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.failed.v1");
        Instant after = Instant.now();

        JsonNode first = support("/jobs/" + job + "/visibility?at=" + before);
        assertThat(first.path("visible").asBoolean()).isFalse();
        JsonNode second = support("/jobs/" + job + "/visibility?at=" + accepted);
        assertThat(second.path("visible").asBoolean()).isTrue();
        assertThat(second.path("technicians").findValuesAsString("userId")).contains(TOM);
        assertThat(second.has("access")).isFalse();
        JsonNode third = support("/vehicles/" + vin + "/access?at=" + running);
        assertThat(third.path("jobs").get(0).path("access").path("technicianId").asString())
                .isEqualTo(TOM);
        JsonNode fourth = support("/jobs/" + job + "/visibility?at=" + after);
        assertThat(fourth.path("visible").asBoolean()).isFalse();
        assertThat(fourth.has("access")).isFalse();
        assertThat(fourth.path("because").findValuesAsString("type")).contains("connection.ended.v1");
        assertThat(support("/jobs/" + job).path("timeline").findValuesAsString("type"))
                .containsExactly("ASSIGNED", "ACCEPTED", "STARTED", "FAILED");

        String alice = Infrastructure.shared().keycloak().token(DemoUser.ALICE);
        String visibility = "/api/partner/v1/jobs/" + job + "/visibility?at=" + running;
        assertThat(get(alice, visibility).body()).contains(vin);
        assertThat(get(Infrastructure.shared().keycloak().token(DemoUser.BEA), visibility)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseIsAnswered() {
        String alice = Infrastructure.shared().keycloak().token(DemoUser.ALICE);
        String query = "/api/telematics/v1/vehicle-access?technicianId=" + TOM + "&vin=" + vin;
        for (String token : List.of(alice, SUE)) {
            HttpResponse<String> refused = get(token, query);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("not-the-telematics-platform");
        }
        assertThat(get(TELEMATICS, "/api/support/v1/jobs/17").body()).contains("not-support");
        assertThat(get(TELEMATICS, "/api/smartcontrol/v1/jobs").statusCode()).isEqualTo(403);
        assertThat(get(SUE, "/api/partner/v1/jobs").statusCode()).isEqualTo(403);
        assertThat(get(SUE, "/api/support/v1/jobs/17").statusCode()).isEqualTo(404);
        assertThat(get(TELEMATICS, "/api/telematics/v1/vehicle-access").statusCode())
                .isEqualTo(400);
    }

    private String started() {
        String job = fleet.job("");
        tom.accept(job, 0);
        assertThat(tom.start(job, 0, vin).status()).isEqualTo(200);
        return job;
    }

    private String reason() {
        return access().path("reasons").path(0).path("reason").asString();
    }

    private JsonNode access() {
        return JSON.readTree(get(TELEMATICS, "/api/telematics/v1/vehicle-access?technicianId=" + TOM + "&vin=" + vin)
                .body());
    }

    private JsonNode support(String path) {
        HttpResponse<String> response = get(SUE, "/api/support/v1" + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** The last message about the job; null if it is a tombstone, or there is none. */
    private static String latest(String job) {
        return KAFKA.records("servicepartner.vehicle-access.v1").stream()
                .filter(event -> event.key().equals(job))
                .reduce((first, second) -> second)
                .map(ReceivedEvent::data)
                .orElse(null);
    }

    private HttpResponse<String> get(String token, String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }
}
