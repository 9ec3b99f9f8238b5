package org.servicepartner.gateway;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.Database;
import org.servicepartner.local.DemoUser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.servicepartner.gateway.Caller.bearer;
import static org.servicepartner.gateway.Caller.json;

/** Two replicas have the same sessions: it does not matter which of them a browser is led to, nor whether one starts anew. */
@Timeout(180)
class SharedSessionTest {

    private static final String USERS = "/api/partner/v1/users";
    private static final String CHANGES = "/api/partner/v1/users/changes";

    private static Upstream service;
    private static RunningGateway one;
    private static RunningGateway other;

    @BeforeAll
    static void start() {
        service = new Upstream();
        one = RunningGateway.inFrontOf(service, "spring.session.jdbc.cleanup-cron", "* * * * * *");
        other = one.replica();
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
        service.close();
    }

    @Test
    void whoSignsInAtOneReplicaIsKnownAtTheOther() {
        Caller alice = signedIn(DemoUser.ALICE);

        HttpResponse<String> me = alice.at(other).get("/api/me");

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).get("email").asString()).isEqualTo(DemoUser.ALICE.email());
        assertThat(alice.at(other).get(USERS).statusCode()).isEqualTo(200);
        assertThat(service.last().headers().getFirst("Authorization")).startsWith("Bearer eyJ");
    }

    @Test
    void aSignInMayBeginAtOneReplicaAndEndAtTheOther() {
        Caller alice = new Caller(one);

        alice.at(other).get("/jobs/17?private", "Accept", "text/html");
        HttpResponse<String> page = alice.signIn(DemoUser.ALICE, "/oauth2/authorization/keycloak?returnTo=%2Fusers");

        assertThat(page.uri().getPath()).isEqualTo("/users");
        assertThat(alice.at(other).get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignsOutAtOneReplicaIsUnknownAtTheOther() {
        Caller alice = signedIn(DemoUser.ALICE);
        Caller there = alice.at(other);
        assertThat(there.get("/api/me").statusCode()).isEqualTo(200);

        HttpResponse<String> left = there.post("/logout", "", "X-XSRF-TOKEN", there.csrfToken());

        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(alice.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void theBackChannelEndsASessionForAllReplicas() {
        Caller alice = signedIn(DemoUser.ALICE);
        Caller elsewhere = signedIn(DemoUser.ALICE);
        assertThat(alice.at(other).get("/api/me").statusCode()).isEqualTo(200);

        alice.signOutAtKeycloak();

        assertThat(alice.at(other).get("/api/me").statusCode()).isEqualTo(401);
        assertThat(alice.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(elsewhere.at(other).get("/api/me").statusCode())
                .as("the same person in another browser")
                .isEqualTo(200);
    }

    @Test
    void aLiveStreamEndsWithItsSessionWhereverThatEnds() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        service.on(CHANGES, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("event: changed\n\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            awaited(end);
        });
        Caller alice = signedIn(DemoUser.ALICE);
        Caller bea = signedIn(DemoUser.BEA);

        try (BufferedReader stream = lines(alice.open(CHANGES));
                BufferedReader anothers = lines(bea.open(CHANGES))) {
            assertThat(stream.readLine()).isEqualTo("event: changed");
            assertThat(anothers.readLine()).isEqualTo("event: changed");
            Caller there = alice.at(other);
            there.get("/api/me");
            there.post("/logout", "", "X-XSRF-TOKEN", there.csrfToken());

            assertThat(stream.readLine()).isEmpty();
            assertThat(stream.readLine()).as("the end").isNull();
            assertThat(anothers.readLine()).isEmpty();
            assertThat(anothers.ready())
                    .as("goes on, so nothing to read, not even an end")
                    .isFalse();
            assertThat(bea.at(other).get("/api/me").statusCode()).isEqualTo(200);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aSessionOutlivesTheReplicaThatMadeIt() {
        Caller alice = new Caller(one);
        RunningGateway before = one.replica();
        alice.signIn(DemoUser.ALICE);
        assertThat(alice.at(before).get("/api/me").statusCode()).isEqualTo(200);

        before.close();
        try (RunningGateway restarted = before.replica()) {
            assertThat(alice.at(restarted).get("/api/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requestsOfOneSessionAtBothReplicasRenewItsTokenOnce() throws Exception {
        KeycloakAdmin.tokensOfClientLast("gateway", "65");
        Caller alice;
        try {
            alice = signedIn(DemoUser.ALICE);
        } finally {
            KeycloakAdmin.tokensOfClientLast("gateway", "");
        }
        alice.get(USERS);
        String old = service.last().headers().getFirst("Authorization");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> expiryOf(old).isBefore(Instant.now().plusSeconds(58)));
        int before = service.requests();

        List<Integer> answers = atOnce(
                16, number -> alice.at(number % 2 == 0 ? one : other).get(USERS).statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(service.receivedAfter(before))
                .hasSize(16)
                .extracting(request -> request.headers().getFirst("Authorization"))
                .doesNotContain(old)
                .containsOnly(service.last().headers().getFirst("Authorization"));
    }

    @Test
    void aSessionWhoseTokenIsNotRenewedIsOver() throws Exception {
        Person paula = Person.registered(new Caller(one));
        Caller caller = new Caller(one);
        KeycloakAdmin.tokensOfClientLast("gateway", "30");
        try {
            caller.signIn(paula.email(), paula.password(), "/oauth2/authorization/keycloak");
        } finally {
            KeycloakAdmin.tokensOfClientLast("gateway", "");
        }
        int sessions = count("spring_session where principal_name is not null");

        KeycloakAdmin.close(paula.email());

        assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(count("spring_session where principal_name is not null")).isEqualTo(sessions - 1);
    }

    @Test
    void whatIsStoredTellsNeitherTokensNorPeople() throws Exception {
        signedIn(DemoUser.ALICE);
        new Caller(one).get("/some/secret/page", "Accept", "text/html");

        String stored = dump();

        assertThat(stored).contains("SPRING_SECURITY_CONTEXT");
        for (String secret : List.of(
                "eyJ",
                "Bearer",
                "java.",
                "/some/secret/page",
                DemoUser.ALICE.email(),
                DemoUser.ALICE.partnerId().toString(),
                DemoUser.ALICE.userId().toString())) {
            assertThat(stored).doesNotContain(secret);
        }
    }

    @Test
    void whatSomebodyElseHasWrittenIntoTheDatabaseIsNotRead() throws Exception {
        Caller alice = signedIn(DemoUser.ALICE);
        Caller tampered = signedIn(DemoUser.ALICE);
        String session = new String(
                Base64.getDecoder().decode(tampered.cookie("gateway-session").getValue()), UTF_8);

        database("update spring_session_attributes set attribute_bytes = set_byte(attribute_bytes, 20,"
                + " 255 - get_byte(attribute_bytes, 20)) where session_primary_id ="
                + " (select primary_id from spring_session where session_id = '" + session + "')");

        assertThat(tampered.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(alice.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionIsKnownAsLongAsItsKeyIs() {
        String key = Base64.getEncoder().encodeToString("another key, of thirty-two bytes".getBytes(UTF_8));
        Caller alice = signedIn(DemoUser.ALICE);

        try (RunningGateway both = one.replica("SESSION_KEY", key + "," + RunningGateway.SESSION_KEY);
                RunningGateway without = one.replica("SESSION_KEY", key)) {
            assertThat(alice.at(both).get("/api/me").statusCode()).isEqualTo(200);
            assertThat(alice.at(without).get("/api/me").statusCode()).isEqualTo(401);
            assertThat(alice.at(both).get("/api/me").statusCode()).isEqualTo(200);

            alice.signOutAtKeycloak();

            assertThat(alice.at(both).get("/api/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void nothingIsLeftOfASessionThatExpired() throws Exception {
        Caller alice = signedIn(DemoUser.ALICE);

        database("update session_tokens set kept_at = now() - interval '1 hour'");
        database("update spring_session set expiry_time = 0 where principal_name is not null");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(count("spring_session where expiry_time = 0")).isZero();
            assertThat(count("session_tokens where kept_at < now() - interval '1 minute'"))
                    .isZero();
        });
        assertThat(alice.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void withoutTheDatabaseOnlyBrowsersWait() throws Exception {
        try (RunningGateway alone =
                RunningGateway.waitingFor(RunningGateway.keycloak().issuer(), service.url())) {
            Caller browser = new Caller(alone);
            browser.get("/oauth2/authorization/keycloak");
            assertThat(browser.cookie("gateway-session")).isNotNull();
            String token = RunningGateway.keycloak().token(DemoUser.TOM);

            setReachable(alone.database(), false);

            HttpResponse<String> refused = browser.get("/api/me");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(json(refused).get("type").asString())
                    .isEqualTo("urn:service-partner:problem:service-unavailable");
            HttpResponse<String> page = browser.get("/", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("try again in a few seconds");
            assertThat(new Caller(alone)
                            .get("/api/smartcontrol/v1/jobs", bearer(token))
                            .statusCode())
                    .as("a phone")
                    .isEqualTo(200);
            assertThat(new Caller(alone).get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);

            setReachable(alone.database(), true);

            await("asked again as soon as told to")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> browser.get("/api/me").statusCode() == 401);
        }
    }

    private static Caller signedIn(DemoUser user) {
        Caller caller = new Caller(one);
        caller.signIn(user);
        return caller;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    private static List<Integer> atOnce(int times, IntFunction<Integer> request) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(number -> () -> request.apply(number))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static Instant expiryOf(String authorization) {
        JsonNode claims = JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
        return Instant.ofEpochSecond(claims.get("exp").asLong());
    }

    /** Everything that is stored, as somebody would see it who has got a copy. */
    private static String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = one.database().connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("spring_session", "spring_session_attributes", "session_tokens")) {
                try (var rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            Object value = rows.getObject(column);
                            dump.append(value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : value)
                                    .append('\n');
                        }
                    }
                }
            }
        }
        return dump.toString();
    }

    private static int count(String rows) throws SQLException {
        try (Connection connection = one.database().connect();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void database(String statement) throws SQLException {
        try (Connection connection = one.database().connect();
                Statement update = connection.createStatement()) {
            update.execute(statement);
        }
    }

    /** As if the server were away, for this database alone. */
    private static void setReachable(Database database, boolean reachable) throws SQLException {
        String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
        String another = database.jdbcUrl().replace("/" + name, "/postgres");
        try (Connection connection = DriverManager.getConnection(another, database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + reachable);
            if (!reachable) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }
}
