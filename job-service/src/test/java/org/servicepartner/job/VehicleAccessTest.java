package org.servicepartner.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
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
        assertClosedWithinTheSecond(job);
    }

    @Test
    void itEndsWithTheCompletedJob() {
        String job = fleet.job("\"jobType\":\"MAINTENANCE\"");
        tom.accept(job, 0);
        tom.start(job, 0, vin);
        tom.test(job, 0);
        assertThat(access().path("allowed").asBoolean()).isTrue();
        await().until(() -> latest(job) != null);

        assertThat(tom.complete(job, 0).status()).isEqualTo(200);

        JsonNode access = access();
        assertThat(access.path("allowed").asBoolean()).isFalse();
        assertThat(access.path("lastWork").path("jobId").asString()).isEqualTo(job);
        assertThat(access.path("lastWork").path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(access.path("lastWork").has("endedAt")).isTrue();
        assertClosedWithinTheSecond(job);
    }

    @Test
    void itEndsWithTheReleasedJob() {
        String job = started();
        await().until(() -> latest(job) != null);

        assertThat(tom.release(job, 0).status()).isEqualTo(200);

        assertThat(reason()).isEqualTo("NO_RUNNING_JOB");
        assertClosedWithinTheSecond(job);
    }

    @Test
    void itEndsWithTheConnectionAtOnce() {
        String job = started();
        await().until(() -> latest(job) != null);

        fleet.connection("deleted", fleet.connection, false);

        assertThat(access().path("allowed").asBoolean()).isFalse();
        assertClosedWithinTheSecond(job);
        await().until(() -> reason().equals("NO_RUNNING_JOB"));
        assertThat(access().path("lastWork").path("status").asString()).isEqualTo("FAILED");
        assertThat(access().path("lastWork").path("reason").asString()).isEqualTo("CONNECTION_DELETED");
    }

    @Test
    void aVinThatTheTechnicianTypedOpensNoVehicleOfAnotherFleet() {
        String job = started();

        assertThat(access().path("allowed").asBoolean()).isTrue();
        JsonNode denied = access("another-fleet");
        assertThat(denied.path("allowed").asBoolean()).isFalse();
        assertThat(denied.path("reasons").get(0).path("reason").asString()).isEqualTo("OTHER_FLEET");
        assertThat(denied.path("reasons").get(0).path("jobId").asString()).isEqualTo(job);
    }

    @Test
    void aJobThatGoesOnInAnotherVehicleGaveAccessToEachInItsTime() {
        String job = fleet.job("\"jobType\":\"INSTALLATION\"");
        String other = vin.replace("WVW", "WVX");
        tom.accept(job, 0);
        tom.start(job, 0, vin);
        tom.configure(job, 0, Fleet.UNIT);
        Instant first = Instant.now();
        tom.release(job, 0);
        tom.accept(job, 0);
        assertThat(tom.start(job, 0, other).body().path("progress").has("configuration"))
                .isFalse();
        Instant second = Instant.now();

        assertThat(tom.complete(job, 0).problem()).isEqualTo("configuration-missing");
        assertThat(reason()).isEqualTo("NO_RUNNING_JOB");
        assertThat(access().path("lastWork").path("status").asString()).isEqualTo("RELEASED");
        assertThat(reachedBy(vin, first)).containsExactly(TOM);
        assertThat(reachedBy(other, first)).isEmpty();
        assertThat(reachedBy(vin, second)).isEmpty();
        assertThat(reachedBy(other, second)).containsExactly(TOM);
    }

    @Test
    void aVehicleHasTheJobsThatNobodyHasStarted() {
        String job = fleet.job("\"vin\":\"" + vin + "\"");

        JsonNode jobs = support("/vehicles/" + vin + "/access").path("jobs");

        assertThat(jobs.findValuesAsString("jobId")).containsExactly(job);
        assertThat(jobs.get(0).path("visible").asBoolean()).isTrue();
        assertThat(jobs.get(0).has("access")).isFalse();
    }

    private List<String> reachedBy(String vehicle, Instant at) {
        return support("/vehicles/" + vehicle + "/access?at=" + at)
                .path("jobs")
                .valueStream()
                .map(job -> job.path("access").path("technicianId").asString())
                .toList();
    }

    @Test
    void whatHasEndedIsKeptLongerThanAReaderIsAway() throws Exception {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", Infrastructure.shared().kafka().bootstrapServers()))) {
            for (String topic : List.of("servicepartner.vehicle-access.v1", "smartcontrol.jobs.v1")) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                Config config =
                        admin.describeConfigs(List.of(resource)).all().get().get(resource);
                assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
                assertThat(config.get("delete.retention.ms").value())
                        .isEqualTo(String.valueOf(Duration.ofDays(30).toMillis()));
            }
        }
    }

    @Test
    void itEndsWithTheTechnicianAtOnceAndTheJobIsFreeAgain() {
        String job = started();
        await().until(() -> latest(job) != null);

        fleet.technician(TOM, false);

        assertThat(access().path("allowed").asBoolean()).isFalse();
        assertClosedWithinTheSecond(job);
        KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.released.v1");
        fleet.technician(TOM, true);
        assertThat(tom.get("/jobs/" + job).body().path("status").asString()).isEqualTo("ASSIGNED");
        assertThat(access().path("allowed").asBoolean()).isFalse();
        assertThat(access().path("lastWork").path("reason").asString()).isEqualTo("TECHNICIAN_DISABLED");
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
        String since = support("/jobs/" + job + "/visibility?at=" + running)
                .path("access")
                .path("since")
                .asString();
        assertThat(support("/jobs/" + job + "/visibility?at=" + since)
                        .path("access")
                        .path("since")
                        .asString())
                .isEqualTo(since);
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
        String query = question(TOM, fleet.id);
        for (String token : List.of(alice, SUE)) {
            HttpResponse<String> refused = get(token, query);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("not-the-telematics-platform");
        }
        assertThat(get(TELEMATICS, "/api/support/v1/jobs/17").body()).contains("not-support");
        assertThat(get(TELEMATICS, "/api/smartcontrol/v1/jobs").statusCode()).isEqualTo(403);
        assertThat(get(SUE, "/api/partner/v1/jobs").statusCode()).isEqualTo(403);
        assertThat(get(SUE, "/api/support/v1/jobs/17").statusCode()).isEqualTo(404);
        for (String incomplete : List.of(query.replaceAll("&fleetId.*", ""), question("%00", fleet.id))) {
            assertThat(get(TELEMATICS, incomplete).statusCode()).isEqualTo(400);
        }
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
        return access(fleet.id);
    }

    private JsonNode access(String fleetId) {
        return JSON.readTree(get(TELEMATICS, question(TOM, fleetId)).body());
    }

    private String question(String technicianId, String fleetId) {
        return "/api/telematics/v1/vehicle-access?technicianId=%s&vin=%s&fleetId=%s"
                .formatted(technicianId, vin, fleetId);
    }

    private JsonNode support(String path) {
        HttpResponse<String> response = get(SUE, "/api/support/v1" + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** The tombstone comes, and was sent within a second of the event that ended the access. */
    private static void assertClosedWithinTheSecond(String job) {
        await().until(() -> latest(job) == null);
        ReceivedEvent tombstone = messages(job).stream()
                .dropWhile(event -> event.data() == null)
                .filter(event -> event.data() == null)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(Instant.parse(tombstone.headers().get("ce_time")), tombstone.publishedAt()))
                .isLessThan(Duration.ofSeconds(1));
    }

    /** The last message about the job; null if it is a tombstone, or there is none. */
    private static String latest(String job) {
        List<ReceivedEvent> messages = messages(job);
        return messages.isEmpty() ? null : messages.getLast().data();
    }

    private static List<ReceivedEvent> messages(String job) {
        return KAFKA.records("servicepartner.vehicle-access.v1").stream()
                .filter(event -> event.key().equals(job))
                .toList();
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
