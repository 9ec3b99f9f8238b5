package org.servicepartner.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.testing.ApprovedFiles;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.Scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From FleetControl's message to what a technician sees. */
class JobServiceIntegrationTest extends RunningJobService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CloudEventsClient KAFKA = new CloudEventsClient();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PARTNER = DemoUser.ALPINE_FITTERS;
    private static final Map<DemoUser, String> TOKENS = new ConcurrentHashMap<>();

    @Autowired
    Projections projections;

    private final String fleet = "fleet-" + UUID.randomUUID();
    private final String connection = UUID.randomUUID().toString();
    private final String job = UUID.randomUUID().toString();

    @AfterAll
    static void close() {
        KAFKA.close();
    }

    @BeforeEach
    void technicians() {
        for (DemoUser user : List.of(DemoUser.TOM, DemoUser.BEN)) {
            user(user, "servicepartner.user.activated.v1", "TECHNICIAN", 0);
        }
        for (DemoUser user : List.of(DemoUser.TOM, DemoUser.BEN)) {
            await().until(() -> get(user, "/jobs").statusCode() == 200);
        }
    }

    @Test
    void aJobThatArrivesBeforeTheConnectionAppearsWithTheAcceptanceAndVanishesWithTheDeletion() throws Exception {
        createJob(job, PARTNER, "\"vin\":\"WVWZZZ1JZXW386752\"");
        awaitStored(job, 1);
        assertThat(visible(DemoUser.TOM)).doesNotContain(job);

        connection("requested", connection);
        connection("accepted", connection);
        await().until(() -> visible(DemoUser.TOM).contains(job));
        assertThat(visible(DemoUser.BEN)).doesNotContain(job);
        assertThat(get(DemoUser.BEN, "/jobs/" + job).statusCode()).isEqualTo(404);
        JsonNode seen = JSON.readTree(get(DemoUser.TOM, "/jobs/" + job).body());
        assertThat(seen.get("vin").asString()).isEqualTo("WVWZZZ1JZXW386752");
        assertThat(seen.get("fleetName").asString()).isEqualTo("City fleet");
        awaitFeed(job, true);

        connection("deleted", connection);
        await().until(() -> !visible(DemoUser.TOM).contains(job));
        assertThat(get(DemoUser.TOM, "/jobs/" + job).statusCode()).isEqualTo(404);
        awaitFeed(job, false);

        connection("accepted", UUID.randomUUID().toString());
        await().until(() -> visible(DemoUser.TOM).contains(job));
        awaitFeed(job, true);
    }

    @Test
    void anEndThatOvertakesItsAcceptanceIsFinal() throws Exception {
        createJob(job, PARTNER, "\"customName\":\"overtaken\"");
        connection("deleted", connection);
        connection("accepted", connection);
        awaitStored(job, 1);
        String marker = UUID.randomUUID().toString();
        createJobIn("other-" + fleet, marker, PARTNER, "\"customName\":\"marker\"");
        awaitStored(marker, 1);
        await().until(() -> count("select count(*) from domain_event where aggregate_id = ?", connection) == 1);
        assertThat(visible(DemoUser.TOM)).doesNotContain(job);
    }

    @Test
    void aJobAndAConnectionMayHaveTheSameId() throws Exception {
        createJob(connection, PARTNER, "\"customName\":\"namesake\"");
        connection("requested", connection);
        connection("accepted", connection);

        await().until(() -> visible(DemoUser.TOM).contains(connection));
        connection("deleted", connection);
        await().until(() -> !visible(DemoUser.TOM).contains(connection));
    }

    @Test
    void aDraftIsSeenByNobodyAndAJobIsLockedOnceAssigned() throws Exception {
        connection("accepted", connection);
        createJob(job, null, "\"customName\":\"draft\"");
        publishJob("changed", job, "\"customName\":\"changed draft\"");
        awaitStored(job, 2);
        assertThat(visible(DemoUser.TOM)).doesNotContain(job);

        publishJob("assigned", job, "\"partnerId\":\"" + PARTNER + "\"");
        await().until(() -> visible(DemoUser.TOM).contains(job));

        String refused = publishJob("changed", job, "\"customName\":\"too late\"");
        var refusal = KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.change-refused.v1");
        JsonNode data = JSON.readTree(refusal.data());
        assertThat(data.get("refusedMessageId").asString()).isEqualTo(refused);
        assertThat(data.get("refusedType").asString()).isEqualTo("fleetcontrol.job.changed.v1");
        assertThat(data.get("reason").asString()).isEqualTo("JOB_ALREADY_ASSIGNED");
        assertThat(JSON.readTree(get(DemoUser.TOM, "/jobs/" + job).body())
                        .get("customName")
                        .asString())
                .isEqualTo("changed draft");
    }

    @Test
    void aRunningJobFailsWhenItsConnectionIsDeleted() throws Exception {
        connection("accepted", connection);
        createJob(job, PARTNER, "\"jobType\":\"MAINTENANCE\"");
        await().until(() -> visible(DemoUser.TOM).contains(job));
        Phone tom = new Phone(port, DemoUser.TOM);
        assertThat(tom.accept(job, 0).status()).isEqualTo(200);
        Phone.Reply started = tom.start(job, 0, "WVWZZZ1JZXW386752");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        assertThat(started.body().path("status").asString()).isEqualTo("RUNNING");
        assertThat(tom.start(job, 0, "WVWZZZ1JZXW386752").problem()).isEqualTo("job-not-startable");
        assertThat(new Phone(port, DemoUser.BEN).accept(job, 0).problem()).isEqualTo("job-not-found");

        connection("deleted", connection);
        var failed = KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.failed.v1");
        assertThat(JSON.readTree(failed.data()).get("reason").asString()).isEqualTo("CONNECTION_DELETED");
    }

    @Test
    void whoeverIsNoActiveTechnicianIsToldSo() throws Exception {
        HttpResponse<String> admin = get(DemoUser.ALICE, "/jobs");
        assertThat(admin.statusCode()).isEqualTo(403);
        assertThat(admin.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(JSON.readTree(admin.body()).get("type").asString())
                .isEqualTo("urn:service-partner:problem:not-a-technician");

        user(DemoUser.BEN, "servicepartner.user.removed.v1", null, 1);
        await().until(() -> get(DemoUser.BEN, "/jobs").statusCode() == 403);
        Phone ben = new Phone(port, DemoUser.BEN);
        assertThat(List.of(
                        ben.get("/me"),
                        ben.get("/jobs"),
                        ben.get("/jobs/" + job),
                        ben.get("/jobs/stream"),
                        ben.accept(job, 0),
                        ben.batch("{}")))
                .extracting(Phone.Reply::problem)
                .containsOnly("technician-not-active");
        user(DemoUser.BEN, "servicepartner.user.activated.v1", "TECHNICIAN", 0);
        user(DemoUser.BEN, "servicepartner.user.role-changed.v1", "TECHNICIAN", 2);
        await().until(() -> get(DemoUser.BEN, "/jobs").statusCode() == 200);

        HttpResponse<String> nobody =
                HTTP.send(HttpRequest.newBuilder(uri("/jobs")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).contains("urn:service-partner:problem:unauthenticated");
    }

    @Test
    void theListIsPagedFilteredAndKnowsWhenNothingHasChanged() throws Exception {
        connection("accepted", connection);
        List<String> ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(5).toList();
        ids.forEach(id -> createJob(id, PARTNER, "\"customName\":\"page me\""));
        await().until(() -> visible(DemoUser.TOM).containsAll(ids));
        Phone tom = new Phone(port, DemoUser.TOM);
        tom.accept(ids.getFirst(), 0);
        tom.start(ids.getFirst(), 0, "WVWZZZ1JZXW386752");

        JsonNode running =
                JSON.readTree(get(DemoUser.TOM, "/jobs?status=RUNNING").body());
        assertThat(running.get("jobs").findValuesAsString("jobId"))
                .contains(ids.getFirst())
                .doesNotContain(ids.get(1));

        JsonNode first = JSON.readTree(get(DemoUser.TOM, "/jobs?limit=2").body());
        JsonNode second = JSON.readTree(get(
                        DemoUser.TOM,
                        "/jobs?limit=200&cursor=" + first.get("nextCursor").asString())
                .body());
        List<String> both = new ArrayList<>(first.get("jobs").findValuesAsString("jobId"));
        assertThat(both).hasSize(2);
        both.addAll(second.get("jobs").findValuesAsString("jobId"));
        assertThat(both).doesNotHaveDuplicates().containsAll(ids);

        HttpResponse<String> list = get(DemoUser.TOM, "/jobs");
        String etag = list.headers().firstValue("etag").orElseThrow();
        assertThat(etag).startsWith("W/");
        HttpResponse<String> unchanged = HTTP.send(
                request(DemoUser.TOM, "/jobs").header("If-None-Match", etag).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        tom.fail(ids.getFirst(), 0, "No power");
        HttpResponse<String> changed = HTTP.send(
                request(DemoUser.TOM, "/jobs").header("If-None-Match", etag).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("etag")).isPresent().isNotEqualTo(Optional.of(etag));
        assertThat(JSON.readTree(changed.body()).path("jobs").valueStream())
                .filteredOn(shown -> shown.path("jobId").asString().equals(ids.getFirst()))
                .extracting(shown -> shown.path("status").asString())
                .containsExactly("FAILED");
        assertThat(get(DemoUser.TOM, "/jobs?limit=0").body()).contains("problem:invalid-request");
        assertThat(get(DemoUser.TOM, "/jobs?status=NONSENSE").statusCode()).isEqualTo(400);
        assertThat(get(DemoUser.TOM, "/jobs?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void theStreamFollowsAndResumesWithoutLossOrDuplicates() throws Exception {
        connection("accepted", connection);
        createJob(job, PARTNER, "\"customName\":\"first\"");
        String position = positionOnceTomSees(job);

        String second = UUID.randomUUID().toString();
        String third = UUID.randomUUID().toString();
        String lastId;
        try (SseClient stream = open(position)) {
            createJob(second, PARTNER, "\"customName\":\"second\"");
            SseClient.Event event = stream.await(e -> e.data().contains(second));
            assertThat(event.name()).isEqualTo("job");
            lastId = event.id();
            assertThat(stream.seen()).noneMatch(e -> e.data().contains(job));
        }
        createJob(third, PARTNER, "\"customName\":\"third\"");
        connection("deleted", connection);
        await().until(() -> !visible(DemoUser.TOM).contains(third));
        try (SseClient stream = open(lastId)) {
            stream.await(e -> e.name().equals("fleet-hidden") && e.data().contains(fleet));
            assertThat(stream.seen())
                    .noneMatch(e -> e.name().equals("job") && e.data().contains(fleet));
            connection("accepted", UUID.randomUUID().toString());
            stream.await(e -> e.name().equals("fleet-shown") && e.data().contains(fleet));
            assertThat(stream.seen().stream()
                            .filter(e -> e.name().equals("job") && e.data().contains(fleet))
                            .map(e -> JSON.readTree(e.data()).get("jobId").asString()))
                    .containsExactly(job, second, third);
            lastId = stream.seen().stream()
                    .filter(e -> e.data().contains(second))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        try (SseClient stream = open(lastId)) {
            stream.await(e -> e.name().equals("fleet-shown") && e.data().contains(fleet));
            assertThat(stream.seen().stream()
                            .filter(e -> e.name().equals("job") && e.data().contains(fleet))
                            .map(e -> JSON.readTree(e.data()).get("jobId").asString()))
                    .containsExactly(third);
        }
        assertThat(get(DemoUser.TOM, "/jobs/stream", "Last-Event-ID", "nonsense")
                        .body())
                .contains("problem:invalid-stream-position");
    }

    @Test
    void howLongNewsTakesToTheFeedAndToThePhoneIsToldButNotWhatAPhoneMissed() throws Exception {
        connection("accepted", connection);
        createJob(job, PARTNER, "\"customName\":\"first\"");
        String position = positionOnceTomSees(job);
        double feed = told("servicepartner_relay_end_to_end_seconds_count", "relay", "smartcontrol-feed");
        double before = told("servicepartner_job_stream_end_to_end_seconds_count");

        String second = UUID.randomUUID().toString();
        try (SseClient stream = open(position)) {
            await().until(() -> told("servicepartner_job_streams") > 0);
            createJob(second, PARTNER, "\"customName\":\"second\"");
            stream.await(event -> event.data().contains(second));
        }
        await().untilAsserted(() -> assertThat(told("servicepartner_job_stream_end_to_end_seconds_count"))
                .isEqualTo(before + 1));
        assertThat(told("servicepartner_job_stream_end_to_end_seconds_bucket", "le", "60.0"))
                .isEqualTo(told("servicepartner_job_stream_end_to_end_seconds_count"));
        await().untilAsserted(() -> assertThat(
                        told("servicepartner_relay_end_to_end_seconds_count", "relay", "smartcontrol-feed"))
                .isGreaterThan(feed));

        try (SseClient stream = open(position)) {
            stream.await(event -> event.data().contains(second));
        }
        assertThat(told("servicepartner_job_stream_end_to_end_seconds_count")).isEqualTo(before + 1);
    }

    @Test
    void refusalsAreToldWithTheirReason() throws Exception {
        connection("accepted", connection);
        createJob(job, PARTNER, "\"customName\":\"given away\"");
        await().until(() -> visible(DemoUser.TOM).contains(job));
        double messages = told("servicepartner_refused_messages_total", "reason", "JOB_ALREADY_ASSIGNED");
        double alone = told("servicepartner_problems_total", "type", "job-not-accepted");

        publishJob("changed", job, "\"customName\":\"too late\"");
        await().untilAsserted(() -> assertThat(
                        told("servicepartner_refused_messages_total", "reason", "JOB_ALREADY_ASSIGNED"))
                .isEqualTo(messages + 1));

        Phone tom = new Phone(port, DemoUser.TOM);
        assertThat(tom.start(job, 0, "WVWZZZ1JZXW386752").problem()).isEqualTo("job-not-accepted");
        assertThat(told("servicepartner_problems_total", "type", "job-not-accepted"))
                .isEqualTo(alone + 1);
    }

    @Test
    void whatCannotBeHandledBecomesADeadLetterAndNothingWaitsBehindIt() throws Exception {
        connection("accepted", connection);
        KAFKA.publish("fleetcontrol.jobs.v1", job, "/fleetcontrol", "fleetcontrol.job.created.v1", "{not json");
        KAFKA.publish("fleetcontrol.jobs.v1", job, "/fleetcontrol", "fleetcontrol.job.teleported.v1", "{}");
        KAFKA.publish(
                "fleetcontrol.jobs.v1", job, "/fleetcontrol", "fleetcontrol.job.created.v1", "{\"fleetId\":\"f\"}");
        publishJob("created", job, "\"fleetId\":\"" + fleet + "\",\"vin\":\"SHORT\"");
        publishJob("created", job, "\"fleetId\":\"" + fleet + "\",\"instructions\":\"" + "x".repeat(900_000) + "\"");
        createJob(job, PARTNER, "\"customName\":\"behind\"");
        await().until(() -> visible(DemoUser.TOM).contains(job));
        createJob(job, PARTNER, "\"customName\":\"same id, different content\"");

        var letters = KAFKA.await("job-service.fleetcontrol.jobs.v1.dlt", 5, e -> job.equals(e.key()));
        assertThat(letters.stream().map(e -> e.headers().get("dlt-reason")))
                .containsExactly("MALFORMED_JSON", "UNKNOWN_TYPE", "MISSING_FIELD", "INVALID_FIELD", "TOO_LARGE");
        assertThat(letters.get(3).headers().get("dlt-detail")).contains("vin").contains("17");
        var refusal = KAFKA.await("servicepartner.jobs.v1", job, "servicepartner.job.change-refused.v1");
        assertThat(refusal.data()).contains("JOB_ID_TAKEN");
        assertThat(JSON.readTree(get(DemoUser.TOM, "/jobs/" + job).body())
                        .get("customName")
                        .asString())
                .isEqualTo("behind");
    }

    @Test
    void readModelsAreRebuiltFromTheEventsAlone() throws Exception {
        connection("accepted", connection);
        createJob(job, PARTNER, "\"customName\":\"rebuilt\"");
        await().until(() -> visible(DemoUser.TOM).contains(job));
        Phone tom = new Phone(port, DemoUser.TOM);
        tom.accept(job, 0);
        assertThat(tom.start(job, 0, "WVWZZZ1JZXW386752").status()).isEqualTo(200);
        List<Map<String, Object>> before = rows();
        for (String view : List.of("job-view", "connection-view", "technician-view", "vehicle-work")) {
            assertThat(projections.rebuild(view)).isPositive();
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void theInterfaceIsAsApproved() throws Exception {
        String openApi = HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        new ApprovedFiles().verifyJson("openapi.json", openApi.replaceAll("http://127.0.0.1:\\d+", "http://service"));
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("""
                        select job_id as id, row_to_json(j)::text as content from job_view j
                        union all select connection_id, row_to_json(c)::text from connection_view c
                        union all select user_id, row_to_json(t)::text from technician_view t
                        union all select vin, row_to_json(v)::text from vehicle_work v order by 1, 2
                        """).query().listOfRows();
    }

    private void createJob(String id, String partnerId, String fields) {
        createJobIn(fleet, id, partnerId, fields);
    }

    private void createJobIn(String fleetId, String id, String partnerId, String fields) {
        String partner = partnerId == null ? "" : "\"partnerId\":\"" + partnerId + "\",";
        publishJob("created", id, "\"fleetId\":\"" + fleetId + "\"," + partner + fields);
    }

    private String publishJob(String what, String id, String fields) {
        return KAFKA.publish(
                "fleetcontrol.jobs.v1",
                id,
                "/fleetcontrol",
                "fleetcontrol.job." + what + ".v1",
                "{\"jobId\":\"" + id + "\"," + fields + "}");
    }

    private void connection(String what, String id) {
        KAFKA.publish(
                "servicepartner.fleet-connections.v1",
                fleet + ":" + PARTNER,
                "/service-partner/fleet-connection-service",
                "servicepartner.fleet-connection." + what + ".v1",
                """
                {"connectionId":"%s","fleetId":"%s","partnerId":"%s","fleetName":"City fleet","providerName":"Go"}
                """.formatted(id, fleet, PARTNER));
    }

    private void user(DemoUser user, String type, String role, long version) {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/service-partner/identity-service", type);
        headers.put("ce_sequence", Long.toString(version));
        KAFKA.publish(
                "servicepartner.users.v1",
                user.userId().toString(),
                headers,
                "{\"userId\":\"%s\",\"partnerId\":\"%s\"%s}"
                        .formatted(user.userId(), user.partnerId(), role == null ? "" : ",\"role\":\"" + role + "\""));
    }

    private void awaitStored(String aggregateId, long events) {
        await().until(() -> count("select count(*) from domain_event where aggregate_id = ?", aggregateId) == events);
    }

    private void awaitFeed(String jobId, boolean shown) {
        String key = PARTNER + ":" + jobId;
        await().until(() -> {
            var news = KAFKA.records("smartcontrol.jobs.v1").stream()
                    .filter(e -> key.equals(e.key()))
                    .toList();
            return !news.isEmpty() && (news.getLast().data() != null) == shown;
        });
    }

    private double told(String metric) {
        return Scrape.of(URI.create("http://127.0.0.1:" + port)).sum(metric, Map.of());
    }

    private double told(String metric, String label, String value) {
        return Scrape.of(URI.create("http://127.0.0.1:" + port)).sum(metric, Map.of(label, value));
    }

    private long count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }

    private List<String> visible(DemoUser user) throws Exception {
        return JSON.readTree(get(user, "/jobs?limit=200").body()).get("jobs").findValuesAsString("jobId");
    }

    private String positionOnceTomSees(String jobId) throws Exception {
        await().until(() -> visible(DemoUser.TOM).contains(jobId));
        return get(DemoUser.TOM, "/jobs")
                .headers()
                .firstValue("stream-position")
                .orElseThrow();
    }

    private SseClient open(String position) {
        return new SseClient(
                HTTP,
                request(DemoUser.TOM, "/jobs/stream")
                        .header("Last-Event-ID", position)
                        .build());
    }

    private HttpResponse<String> get(DemoUser user, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(user, path);
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(DemoUser user, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token(user));
    }

    /** Got once: Keycloak refuses a log-in that comes while it still books the one before. */
    private static String token(DemoUser user) {
        return TOKENS.computeIfAbsent(
                user, each -> Infrastructure.shared().keycloak().token(each));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/smartcontrol/v1" + path);
    }
}
