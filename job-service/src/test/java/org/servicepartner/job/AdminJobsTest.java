package org.servicepartner.job;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.Traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** What the admins of a partner see of its jobs. Alice is Alpine Fitters' admin and Tom a technician of theirs; Bea is another partner's admin. */
class AdminJobsTest extends RunningJobService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CloudEventsClient KAFKA = new CloudEventsClient();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PARTNER = DemoUser.ALPINE_FITTERS;
    private static final String TOM = DemoUser.TOM.userId().toString();
    private static final Map<DemoUser, String> TOKENS = new ConcurrentHashMap<>();
    private static final AtomicLong VERSION_OF_TOM = new AtomicLong();

    private final String fleet = "fleet-" + UUID.randomUUID();
    private final String connection = UUID.randomUUID().toString();
    private final String job = UUID.randomUUID().toString();

    @AfterAll
    static void close() {
        KAFKA.close();
    }

    @BeforeEach
    void givenTomIsATechnician() {
        hearOfTom(
                "servicepartner.user.activated.v1",
                "\"role\":\"TECHNICIAN\",\"firstName\":\"Tom\",\"lastName\":\"Tirol\"");
        await().until(() -> jdbc.sql("select count(*) from user_name n join technician_view t using (user_id)"
                                + " where user_id = ? and active and last_name = 'Tirol'")
                        .param(TOM)
                        .query(Integer.class)
                        .single()
                == 1);
    }

    @Autowired
    DataSource dataSource;

    @Test
    void theJobsOfAFleetAreShownWhileTheConnectionIsAcceptedAndEndedOnesForEver() {
        String running = UUID.randomUUID().toString();
        createJob(job, "\"vin\":\"WVWZZZ1JZXW386752\"");
        createJob(running, "\"jobType\":\"MAINTENANCE\",\"plannedServiceDate\":\"2026-12-01\"");
        connection("requested", connection);
        awaitEvents(connection, 1);
        awaitEvents(running, 1);
        assertThat(ids("?fleetId=" + fleet)).isEmpty();
        assertThat(get(DemoUser.ALICE, "/" + job).problem()).isEqualTo("job-not-found");

        connection("accepted", connection);
        await().until(() -> ids("?fleetId=" + fleet).size() == 2);
        start(running);
        assertThat(ids("?fleetId=" + fleet)).containsExactly(running, job);
        JsonNode listed = get(DemoUser.ALICE, "?fleetId=" + fleet).body();
        assertThat(names(listed.path("fleets"), "fleetId")).contains(fleet);
        JsonNode first = listed.path("jobs").get(0);
        assertThat(first.path("status").asString()).isEqualTo("RUNNING");
        assertThat(first.path("jobType").asString()).isEqualTo("MAINTENANCE");
        assertThat(first.path("plannedServiceDate").asString()).isEqualTo("2026-12-01");
        assertThat(first.path("fleetName").asString()).isEqualTo("City fleet");
        assertThat(first.path("providerName").asString()).isEqualTo("Go");
        assertThat(first.path("technician").path("userId").asString()).isEqualTo(TOM);
        assertThat(first.path("technician").path("lastName").asString()).isEqualTo("Tirol");

        connection("deleted", connection);
        await().until(() -> ids("?fleetId=" + fleet + "&status=FAILED").equals(List.of(running)));
        assertThat(ids("?fleetId=" + fleet)).containsExactly(running);
        assertThat(get(DemoUser.ALICE, "/" + job).problem()).isEqualTo("job-not-found");
        JsonNode history = get(DemoUser.ALICE, "?fleetId=" + fleet).body();
        assertThat(history.path("jobs").get(0).path("failureReason").asString()).isEqualTo("CONNECTION_DELETED");
        assertThat(history.path("jobs").get(0).path("fleetName").asString()).isEqualTo("City fleet");
        assertThat(names(history.path("fleets"), "fleetId")).contains(fleet);

        connection("accepted", UUID.randomUUID().toString());
        await().until(() -> ids("?fleetId=" + fleet).equals(List.of(running, job)));
        assertThat(get(DemoUser.ALICE, "/" + job).body().path("vin").asString()).isEqualTo("WVWZZZ1JZXW386752");
    }

    @Test
    void aFleetOfWhichNothingIsLeftToSeeIsNoFilter() {
        createJob(job, "\"customName\":\"hidden again\"");
        connection("accepted", connection);
        await().until(() -> ids("?fleetId=" + fleet).size() == 1);

        connection("deleted", connection);

        await().until(() -> ids("?fleetId=" + fleet).isEmpty());
        assertThat(names(get(DemoUser.ALICE, "").body().path("fleets"), "fleetId"))
                .doesNotContain(fleet);
    }

    @Test
    void theTimeLineTellsWhoDidWhatAndWhen() {
        publishJob("created", "\"fleetId\":\"" + fleet + "\",\"customName\":\"draft\"");
        publishJob("changed", "\"customName\":\"Car 12\",\"instructions\":\"Key at the desk\"");
        publishJob("assigned", "\"partnerId\":\"" + PARTNER + "\"");
        publishJob("changed", "\"customName\":\"too late\"");
        connection("accepted", connection);
        awaitEvents(job, 4);
        await().until(() -> get(DemoUser.ALICE, "/" + job).status() == 200);
        start(job);
        connection("deleted", connection);
        await().until(() -> get(DemoUser.ALICE, "/" + job).text("status").equals("FAILED"));

        JsonNode shown = get(DemoUser.ALICE, "/" + job).body();
        assertThat(shown.path("customName").asString()).isEqualTo("Car 12");
        assertThat(shown.path("instructions").asString()).isEqualTo("Key at the desk");
        assertThat(shown.path("failureReason").asString()).isEqualTo("CONNECTION_DELETED");
        assertThat(names(shown.path("timeline"), "type"))
                .containsExactly("ASSIGNED", "CHANGE_REFUSED", "ACCEPTED", "STARTED", "FAILED");
        assertThat(shown.path("timeline").get(0).path("by").asString()).isEqualTo("FLEETCONTROL");
        assertThat(time(shown.path("timeline").get(0), "at"))
                .isCloseTo(time(shown, "assignedAt"), within(1, ChronoUnit.MILLIS));
        assertThat(shown.path("timeline").get(1).path("reason").asString()).isEqualTo("JOB_ALREADY_ASSIGNED");
        assertThat(shown.path("timeline").get(2).path("by").path("firstName").asString())
                .isEqualTo("Tom");
        assertThat(shown.path("timeline").get(4).path("by").asString()).isEqualTo("SYSTEM");
        assertThat(shown.path("timeline").get(4).path("reason").asString()).isEqualTo("CONNECTION_DELETED");
        assertThat(time(shown.path("timeline").get(4), "at"))
                .isCloseTo(time(shown, "changedAt"), within(1, ChronoUnit.MILLIS));
    }

    private static Instant time(JsonNode of, String name) {
        return Instant.parse(of.path(name).asString());
    }

    @Test
    void aNewNameIsShownAndOldNewsOfNamesIsNot() {
        createJob(job, "\"customName\":\"of Tom\"");
        connection("accepted", connection);
        await().until(() -> ids("?fleetId=" + fleet).size() == 1);
        start(job);
        assertThat(new Phone(port, DemoUser.TOM).fail(job, 0, "No vehicle").status())
                .isEqualTo(200);

        long renamed = hearOfTom("servicepartner.user.renamed.v1", "\"firstName\":\"Thomas\",\"lastName\":\"Tyrol\"");
        await().until(() -> technician().path("firstName").asString().equals("Thomas"));
        hear(TOM, renamed - 1, "servicepartner.user.renamed.v1", "\"firstName\":\"Old\",\"lastName\":\"News\"");
        long removed = hearOfTom("servicepartner.user.removed.v1", "\"role\":\"TECHNICIAN\"");
        await().until(() -> jdbc.sql("select not active from technician_view where user_id = ?")
                .param(TOM)
                .query(Boolean.class)
                .single());

        assertThat(removed).isGreaterThan(renamed);
        assertThat(technician().path("firstName").asString()).isEqualTo("Thomas");
        assertThat(technician().path("lastName").asString()).isEqualTo("Tyrol");
        assertThat(get(DemoUser.ALICE, "/" + job)
                        .body()
                        .path("timeline")
                        .get(1)
                        .path("by")
                        .path("lastName")
                        .asString())
                .isEqualTo("Tyrol");
        givenTomIsATechnician();
    }

    @Test
    void whatAnErasedTechnicianDidIsShownWithoutTheName() {
        String user = UUID.randomUUID().toString();
        String name = "Quirin-" + user;
        String named = "\"role\":\"TECHNICIAN\",\"firstName\":\"" + name + "\",\"lastName\":\"Quer\"";
        hear(user, 0, "servicepartner.user.activated.v1", named);
        createJob(job, "\"customName\":\"of somebody erased\"");
        connection("accepted", connection);
        await().until(() -> ids("?fleetId=" + fleet).size() == 1);
        Phone phone = new Phone(port, new Accounts().technician(user, PARTNER));
        await().until(() -> phone.get("/jobs/" + job).status(), status -> status == 200);
        assertThat(phone.accept(job, phone.get("/jobs/" + job).version()).status())
                .isEqualTo(200);
        await().until(() -> technician().path("firstName").asString(""), name::equals);
        assertThat(Traces.of(name, dataSource)).containsExactly("public.user_name");

        hear(user, 2, "servicepartner.user.erased.v1", "\"erasureId\":\"" + UUID.randomUUID() + "\"");

        KAFKA.await("servicepartner.erasures.v1", user, "servicepartner.personal-data.erased.v1");
        assertThat(Traces.of(name, dataSource)).isEmpty();
        assertThat(technician().propertyNames()).containsExactly("userId", "erased");
        assertThat(technician().path("erased").asBoolean()).isTrue();
        hear(user, 9, "servicepartner.user.renamed.v1", named);
        hear(user, 2, "servicepartner.user.erased.v1", "\"erasureId\":\"" + UUID.randomUUID() + "\"");
        KAFKA.await("servicepartner.erasures.v1", 2, event -> user.equals(event.key()));
        assertThat(Traces.of(name, dataSource)).as("after news of long ago").isEmpty();
    }

    private JsonNode technician() {
        return get(DemoUser.ALICE, "?fleetId=" + fleet)
                .body()
                .path("jobs")
                .get(0)
                .path("technician");
    }

    @Test
    void aTechnicianWithoutANameIsShownByTheId() {
        createJob(job, "\"customName\":\"of nobody known\"");
        connection("accepted", connection);
        await().until(() -> ids("?fleetId=" + fleet).size() == 1);
        start(job);
        jdbc.sql("delete from user_name where user_id = ?").param(TOM).update();

        assertThat(technician().propertyNames()).containsExactly("userId");
        assertThat(get(DemoUser.ALICE, "/" + job)
                        .body()
                        .path("timeline")
                        .get(1)
                        .path("by")
                        .propertyNames())
                .containsExactly("userId");
    }

    @Test
    void noJobComesTwiceWhileJobsChangeBetweenThePages() {
        List<String> ids = jobsOfAnAcceptedFleet(6);
        Response first = get(DemoUser.ALICE, "?limit=2&fleetId=" + fleet);
        assertThat(idsOf(first)).containsExactly(ids.get(5), ids.get(4));

        start(ids.get(5));
        start(ids.get(0));
        Response second = get(DemoUser.ALICE, "?limit=2&fleetId=" + fleet + "&cursor=" + first.text("nextCursor"));
        Response third = get(DemoUser.ALICE, "?limit=2&fleetId=" + fleet + "&cursor=" + second.text("nextCursor"));

        assertThat(idsOf(second)).containsExactly(ids.get(3), ids.get(2));
        assertThat(idsOf(third)).containsExactly(ids.get(1));
        assertThat(third.body().has("nextCursor")).isFalse();
        assertThat(ids("?limit=2&fleetId=" + fleet)).containsExactly(ids.get(0), ids.get(5));
    }

    @Test
    void theListIsFilteredByStateAndFleet() {
        List<String> ids = jobsOfAnAcceptedFleet(3);
        start(ids.get(1));

        assertThat(ids("?fleetId=" + fleet + "&status=RUNNING")).containsExactly(ids.get(1));
        assertThat(ids("?fleetId=" + fleet + "&status=ASSIGNED")).containsExactly(ids.get(2), ids.get(0));
        assertThat(ids("?fleetId=" + fleet + "&status=SUCCEEDED")).isEmpty();
        assertThat(ids("?limit=200&status=RUNNING")).contains(ids.get(1)).doesNotContain(ids.get(0));
        assertThat(ids("?fleetId=another-" + fleet)).isEmpty();
    }

    @Test
    void theListIsSearched() {
        List<String> fields = List.of(
                "\"vin\":\"WVWZZZ1JZXW386752\",\"customName\":\"100% _electric_\"",
                "\"licensePlate\":\"M-ÜX 4711\",\"instructions\":\"WVWZZZ1JZXW386752\"",
                "\"customName\":\"The \\\"big\\\" one \\\\ Söndersham\",\"vehicleModel\":\"4711\"",
                "\"customName\":\"1000 electric\"");
        List<String> ids = IntStream.range(0, 4)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        IntStream.range(0, 4).forEach(i -> createJob(ids.get(i), fields.get(i)));
        connection("accepted", connection);
        await().until(() -> ids("?fleetId=" + fleet).size() == 4);

        assertThat(found("zzz1jzxw")).containsExactly(ids.get(0));
        assertThat(found("x 47")).containsExactly(ids.get(1));
        assertThat(found("4711")).containsExactly(ids.get(1));
        assertThat(found("ELECTRIC")).containsExactly(ids.get(3), ids.get(0));
        assertThat(found("0%")).containsExactly(ids.get(0));
        assertThat(found("_electric_")).containsExactly(ids.get(0));
        assertThat(found("\"big\"")).containsExactly(ids.get(2));
        assertThat(found("\\ Sön")).containsExactly(ids.get(2));
        assertThat(found(ids.get(2).substring(0, 13).toUpperCase())).containsExactly(ids.get(2));
        assertThat(found(ids.get(2).substring(5))).isEmpty();
        assertThat(found("customName")).isEmpty();
        assertThat(found("  ")).hasSize(4);
        assertThat(found("nothing like it")).isEmpty();
    }

    private List<String> found(String search) {
        return ids("?fleetId=" + fleet + "&search=" + URLEncoder.encode(search, UTF_8));
    }

    @Test
    void theSummaryCountsWhatTheDeletionOfTheConnectionWouldTouch() {
        List<String> ids = jobsOfAnAcceptedFleet(3);
        start(ids.get(1));

        Response summary = get(DemoUser.ALICE, "/summary?fleetId=" + fleet);
        assertThat(summary.body().toString()).isEqualTo("{\"assigned\":2,\"running\":1}");
        Response all = get(DemoUser.ALICE, "/summary");
        assertThat(all.body().path("assigned").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(get(DemoUser.BEA, "/summary?fleetId=" + fleet).body().toString())
                .isEqualTo("{\"assigned\":0,\"running\":0}");

        connection("deleted", connection);
        await().until(() -> get(DemoUser.ALICE, "/summary?fleetId=" + fleet)
                .body()
                .toString()
                .equals("{\"assigned\":0,\"running\":0}"));
    }

    @Test
    void anOpenPageIsToldOfChangesOfTheOwnPartnerOnly() {
        try (SseClient alices = open(DemoUser.ALICE);
                SseClient beas = open(DemoUser.BEA)) {
            await().until(() -> !alices.seen().isEmpty() && !beas.seen().isEmpty());
            assertThat(alices.seen().getFirst().name()).isEqualTo("changed");

            createJob(job, "\"customName\":\"news\"");
            awaitEvents(job, 1);
            connection("accepted", connection);
            await().until(() -> ids("?fleetId=" + fleet).size() == 1);
            await().until(() -> alices.seen().size() > 1);

            assertThat(beas.seen()).hasSize(1);
        }
    }

    @Test
    void anotherPartnersAdminSeesNothingOfIt() {
        jobsOfAnAcceptedFleet(1);
        createJob(job, "\"customName\":\"ours\"");
        await().until(() -> ids("?fleetId=" + fleet).contains(job));

        assertThat(idsOf(get(DemoUser.BEA, "?limit=200"))).doesNotContain(job);
        assertThat(idsOf(get(DemoUser.BEA, "?fleetId=" + fleet))).isEmpty();
        assertThat(idsOf(get(DemoUser.BEA, "?search=" + job))).isEmpty();
        assertThat(names(get(DemoUser.BEA, "").body().path("fleets"), "fleetId"))
                .doesNotContain(fleet);
        Response one = get(DemoUser.BEA, "/" + job);
        assertThat(one.status()).isEqualTo(404);
        assertThat(one.problem()).isEqualTo("job-not-found");
    }

    @Test
    void onlyAdminsAreAnswered() throws Exception {
        for (String path : List.of("", "/" + job, "/summary", "/changes")) {
            Response technician = get(DemoUser.TOM, path);
            assertThat(technician.status()).as(path).isEqualTo(403);
            assertThat(technician.problem()).as(path).isEqualTo("not-an-admin");
            assertThat(technician.text("advice")).contains("SmartControl");
            HttpResponse<String> nobody =
                    HTTP.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(nobody.statusCode()).as(path).isEqualTo(401);
            assertThat(nobody.body()).contains("problem:unauthenticated");
        }
    }

    @Test
    void whoIsNoAdminAnyMoreIsRefusedThoughTheTokenIsStillGood() {
        String alice = DemoUser.ALICE.userId().toString();
        assertThat(get(DemoUser.ALICE, "/summary").status()).isEqualTo(200);

        hear(alice, 2, "servicepartner.user.role-changed.v1", "\"role\":\"TECHNICIAN\"");
        await().until(() -> get(DemoUser.ALICE, "/summary").status() == 403);
        for (String path : List.of("", "/" + job, "/" + job + "/visibility", "/summary", "/changes")) {
            assertThat(get(DemoUser.ALICE, path).problem()).as(path).isEqualTo("admin-not-active");
        }
        hear(alice, 3, "servicepartner.user.role-changed.v1", "\"role\":\"ADMIN\"");
        await().until(() -> get(DemoUser.ALICE, "/summary").status() == 200);
        hear(alice, 4, "servicepartner.user.removed.v1", "\"role\":null");
        await().until(() -> get(DemoUser.ALICE, "/summary").status() == 403);
        assertThat(get(DemoUser.BEA, "/summary").status()).isEqualTo(200);

        hear(alice, 5, "servicepartner.user.role-changed.v1", "\"role\":\"ADMIN\"");
        await().until(() -> get(DemoUser.ALICE, "/summary").status() == 200);
    }

    @Test
    void whatIsNotAllowedIsSaid() {
        assertThat(get(DemoUser.ALICE, "/" + UUID.randomUUID()).problem()).isEqualTo("job-not-found");
        assertThat(get(DemoUser.ALICE, "/4711").problem()).isEqualTo("job-not-found");
        assertThat(get(DemoUser.ALICE, "?cursor=nonsense").problem()).isEqualTo("invalid-cursor");
        assertThat(get(DemoUser.ALICE, "?status=ASLEEP").problem()).isEqualTo("bad-request");
        assertThat(get(DemoUser.ALICE, "?limit=many").problem()).isEqualTo("bad-request");
        for (String path : List.of(
                "?limit=0",
                "?limit=201",
                "?fleetId=a:b",
                "?search=%00",
                "?search=" + "x".repeat(101),
                "/summary?fleetId=%00")) {
            Response refused = get(DemoUser.ALICE, path);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.problem()).as(path).isEqualTo("invalid-request");
            assertThat(refused.body().path("fields")).as(path).hasSize(1);
        }
    }

    private List<String> jobsOfAnAcceptedFleet(int count) {
        connection("requested", connection);
        connection("accepted", connection);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            createJob(id, "\"customName\":\"Car " + i + "\"");
            awaitEvents(id, 1);
            ids.add(id);
        }
        await().until(() -> ids("?fleetId=" + fleet).size() == count);
        return ids;
    }

    private void createJob(String id, String fields) {
        publishJob(id, "created", "\"fleetId\":\"" + fleet + "\",\"partnerId\":\"" + PARTNER + "\"," + fields);
    }

    private void publishJob(String what, String fields) {
        publishJob(job, what, fields);
    }

    private static void publishJob(String id, String what, String fields) {
        KAFKA.publish(
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

    private static long hearOfTom(String type, String fields) {
        long version = VERSION_OF_TOM.addAndGet(10);
        hear(TOM, version, type, fields);
        return version;
    }

    private static void hear(String userId, long version, String type, String fields) {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/service-partner/identity-service", type);
        headers.put("ce_sequence", Long.toString(version));
        headers.put("ce_subject", userId);
        KAFKA.publish(
                "servicepartner.users.v1",
                userId,
                headers,
                "{\"userId\":\"%s\",\"partnerId\":\"%s\",%s}".formatted(userId, PARTNER, fields));
    }

    private void start(String jobId) {
        Phone tom = new Phone(port, DemoUser.TOM);
        long version = tom.get("/jobs/" + jobId).version();
        assertThat(tom.accept(jobId, version).status()).isEqualTo(200);
        Phone.Reply started = tom.start(jobId, version, "WVWZZZ1JZXW386752");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
    }

    private void awaitEvents(String aggregateId, int events) {
        await().until(() -> jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(aggregateId)
                        .query(Integer.class)
                        .single()
                == events);
    }

    private List<String> ids(String query) {
        Response response = get(DemoUser.ALICE, query);
        assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
        return idsOf(response);
    }

    private static List<String> idsOf(Response response) {
        return names(response.body().path("jobs"), "jobId");
    }

    private static List<String> names(JsonNode array, String field) {
        return array.valueStream().map(each -> each.path(field).asString()).toList();
    }

    private SseClient open(DemoUser user) {
        return new SseClient(
                HTTP,
                HttpRequest.newBuilder(uri("/changes"))
                        .header("Authorization", bearer(user))
                        .build());
    }

    private Response get(DemoUser user, String path) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Authorization", bearer(user))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), JSON.readTree(response.body()));
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String bearer(DemoUser user) {
        return "Bearer "
                + TOKENS.computeIfAbsent(
                        user, each -> Infrastructure.shared().keycloak().token(each));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/partner/v1/jobs" + path);
    }

    private record Response(int status, JsonNode body) {
        String text(String name) {
            return body.path(name).asString();
        }

        String problem() {
            return text("type").replace("urn:service-partner:problem:", "");
        }
    }
}
