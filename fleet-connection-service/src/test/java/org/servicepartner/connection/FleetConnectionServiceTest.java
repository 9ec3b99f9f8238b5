package org.servicepartner.connection;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.personaldata.PersonalDataKeys;
import org.servicepartner.platform.testing.ApprovedFiles;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Scrape;
import org.servicepartner.platform.testing.Servers;
import org.servicepartner.platform.testing.Traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole service on real PostgreSQL, Kafka and Keycloak, as FleetControl and an admin's browser meet it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "servicepartner.connections.expiry-check-interval=200ms")
class FleetConnectionServiceTest {
    private static final String REQUESTS = "fleetcontrol.connections.v1";
    private static final String DEAD_LETTERS = "fleet-connection-service.fleetcontrol.connections.v1.dlt";
    private static final String PUBLISHED = "servicepartner.fleet-connections.v1";
    private static final String REQUESTED = "fleetcontrol.connection.requested.v1";
    private static final String WITHDRAWN = "fleetcontrol.connection.withdrawn.v1";
    private static final String PATH = "/api/partner/v1/fleet-connections";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger FLEETS = new AtomicInteger();

    private static CloudEventsClient kafka;
    private static HttpClient http;
    private static String alice;
    private static String bea;
    private static String tom;

    @LocalServerPort
    int port;

    @Autowired
    DataSource dataSource;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Projections projections;

    @Autowired
    PersonalDataKeys keys;

    private final String fleet = "fleet-" + FLEETS.incrementAndGet();
    private final String connectionId = UUID.randomUUID().toString();
    private final String pair = fleet + ":" + DemoUser.ALICE.partnerId();

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, "fleet_connection");
    }

    @BeforeAll
    static void open() {
        kafka = new CloudEventsClient();
        http = HttpClient.newHttpClient();
        alice = Infrastructure.shared().keycloak().token(DemoUser.ALICE);
        bea = Infrastructure.shared().keycloak().token(DemoUser.BEA);
        tom = Infrastructure.shared().keycloak().token(DemoUser.TOM);
    }

    @AfterAll
    static void close() {
        http.close();
        kafka.close();
    }

    @BeforeEach
    void givenAlpineFittersHaveFinishedTheirOnboarding() {
        clock.reset();
        hear(
                "servicepartner.users.v1",
                DemoUser.ALICE.userId().toString(),
                0,
                "servicepartner.user.activated.v1",
                """
                {"userId": "%s", "partnerId": "%s", "email": "Alice@alpine-fitters.example", "firstName": "Alice", "lastName": "Alpine", "role": "ADMIN"}
                """.formatted(DemoUser.ALICE.userId(), DemoUser.ALICE.partnerId()));
        hear(
                "servicepartner.partners.v1",
                DemoUser.ALICE.partnerId().toString(),
                1,
                "servicepartner.partner.invited.v1",
                """
                {"partnerId": "%s", "email": "office@alpine-fitters.example", "missingSteps": []}
                """.formatted(DemoUser.ALICE.partnerId()));
        Awaitility.await()
                .until(() -> jdbc.sql(
                                        "select (select count(*) from user_copy where email = 'alice@alpine-fitters.example')"
                                                + " + (select count(*) from partner_copy where invited_email = 'office@alpine-fitters.example')")
                                .query(Integer.class)
                                .single()
                        == 2);
    }

    @Test
    void aRequestIsAcceptedAndEverybodyLearnsOfIt() {
        String messageId = request(connectionId, "ALICE@alpine-fitters.example");

        ReceivedEvent requested = kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");
        assertThat(json(requested).path("partnerKnown").asBoolean()).isTrue();
        assertThat(json(requested).path("partnerEmail").asString()).isEqualTo("alice@alpine-fitters.example");
        assertThat(json(requested).path("providerContactEmail").asString()).isEqualTo("fleet@city-cars.example");
        assertThat(json(requested).path("language").asString()).isEqualTo("en");
        assertThat(requested.headers())
                .containsEntry("ce_source", "/service-partner/fleet-connection-service")
                .containsEntry("ce_causationid", messageId)
                .containsEntry("ce_sequence", "0");

        Response pending = get(alice, "/" + connectionId);
        assertThat(pending.status()).isEqualTo(200);
        assertThat(pending.text("state")).isEqualTo("PENDING");
        assertThat(pending.text("providerName")).isEqualTo("City Cars");
        assertThat(Instant.parse(pending.text("expiresAt")))
                .isEqualTo(Instant.parse(pending.text("requestedAt")).plus(Duration.ofDays(7)));

        Response accepted = post(alice, "/" + connectionId + "/accept");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        assertThat(accepted.text("decidedBy")).isEqualTo(DemoUser.ALICE.userId().toString());

        JsonNode published = json(kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.accepted.v1"));
        assertThat(published.path("connectionId").asString()).isEqualTo(connectionId);
        assertThat(published.path("acceptedBy").asString())
                .isEqualTo(DemoUser.ALICE.userId().toString());

        Response again = post(alice, "/" + connectionId + "/accept");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("decidedAt")).isEqualTo(accepted.text("decidedAt"));

        Response deleted = delete(alice, "/" + connectionId);
        assertThat(deleted.text("state")).isEqualTo("DELETED");
        JsonNode end = json(kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.deleted.v1"));
        assertThat(end.path("fleetName").asString()).isEqualTo("City Cars North");
        assertThat(end.path("providerName").asString()).isEqualTo("City Cars");
        assertThat(end.path("providerContactEmail").asString()).isEqualTo("fleet@city-cars.example");
        assertThat(delete(alice, "/" + connectionId).status()).isEqualTo(200);
        assertThat(publishedTypes(pair))
                .containsExactly(
                        "servicepartner.fleet-connection.requested.v1",
                        "servicepartner.fleet-connection.accepted.v1",
                        "servicepartner.fleet-connection.deleted.v1");
    }

    @Test
    void duplicatesChangeNothingAndMistakesAreAnswered() {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/fleetcontrol", REQUESTED);
        double refused = refused("PAIR_ALREADY_CONNECTED");
        kafka.publish(REQUESTS, fleet, headers, requestJson(connectionId, fleet, "alice@alpine-fitters.example"));
        kafka.publish(REQUESTS, fleet, headers, requestJson(connectionId, fleet, "alice@alpine-fitters.example"));
        request(connectionId, "alice@alpine-fitters.example");
        String other = request(UUID.randomUUID().toString(), "alice@alpine-fitters.example");
        String samePairElsewhere = request(connectionId, "somebody@elsewhere.example");

        List<ReceivedEvent> events = kafka.await(PUBLISHED, 3, event -> pair.equals(event.key()));
        assertThat(events)
                .extracting(ReceivedEvent::type)
                .containsExactly(
                        "servicepartner.fleet-connection.requested.v1",
                        "servicepartner.fleet-connection.request-refused.v1",
                        "servicepartner.fleet-connection.request-refused.v1");
        assertThat(json(events.get(1)).path("reason").asString()).isEqualTo("PAIR_ALREADY_CONNECTED");
        assertThat(json(events.get(1)).path("refusedMessageId").asString()).isEqualTo(other);
        assertThat(json(events.get(2)).path("reason").asString()).isEqualTo("CONNECTION_ID_TAKEN");
        assertThat(json(events.get(2)).path("refusedMessageId").asString()).isEqualTo(samePairElsewhere);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(refused("PAIR_ALREADY_CONNECTED")).isEqualTo(refused + 1));
    }

    private double refused(String reason) {
        return Scrape.of(URI.create("http://127.0.0.1:" + port))
                .sum("servicepartner_refused_messages_total", Map.of("reason", reason));
    }

    @Test
    void oneConnectionIdForTwoPairsInOnePollBelongsToTheFirst() {
        IntStream.range(0, 20)
                .mapToObj(i -> requestJson(connectionId, fleet, "partner-" + i + "@elsewhere.example"))
                .map(json -> kafka.send(
                        REQUESTS,
                        fleet,
                        CloudEventsClient.headers(UUID.randomUUID().toString(), "/fleetcontrol", REQUESTED),
                        json.getBytes(UTF_8)))
                .toList()
                .forEach(sent -> sent.join());

        List<ReceivedEvent> events = kafka.await(
                PUBLISHED,
                20,
                event -> json(event).path("connectionId").asString().equals(connectionId));
        String owner = fleet + ":" + idOfNewPartner("partner-0@elsewhere.example");
        assertThat(events).extracting(ReceivedEvent::key).containsOnly(owner);
        assertThat(events.getFirst().type()).isEqualTo("servicepartner.fleet-connection.requested.v1");
        assertThat(events.subList(1, 20))
                .extracting(ReceivedEvent::type)
                .containsOnly("servicepartner.fleet-connection.request-refused.v1");
    }

    @Test
    void anUnknownAddressIsANewPartnerAndTheSameOneEachTime() {
        request(connectionId, "New@Partner.example");

        String newPair = fleet + ":" + idOfNewPartner("new@partner.example");
        JsonNode requested = json(kafka.await(PUBLISHED, newPair, "servicepartner.fleet-connection.requested.v1"));
        assertThat(requested.path("partnerKnown").asBoolean()).isFalse();
        assertThat(get(alice, "/" + connectionId).status()).isEqualTo(404);
    }

    @Test
    void theLanguageOfTheRequestIsPassedOn() {
        publish(
                REQUESTED,
                requestJson(connectionId, fleet, "alice@alpine-fitters.example")
                        .replace("\"providerContactEmail\": \"fleet@city-cars.example\"", "\"language\": \"de\""));

        JsonNode requested = json(kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1"));
        assertThat(requested.path("language").asString()).isEqualTo("de");
        assertThat(requested.has("providerContactEmail")).isFalse();
    }

    @Test
    void twoRequestsAtOnceForANewAddressLeadToOnePartner() {
        List<String> fleets =
                IntStream.range(0, 8).mapToObj(i -> fleet + "-" + i).toList();
        fleets.stream()
                .map(each -> kafka.send(
                        REQUESTS,
                        each,
                        CloudEventsClient.headers(UUID.randomUUID().toString(), "/fleetcontrol", REQUESTED),
                        requestJson(
                                        UUID.randomUUID().toString(),
                                        each,
                                        fleets.indexOf(each) % 2 == 0
                                                ? "Fresh-" + fleet + "@Partner.example"
                                                : "fresh-" + fleet + "@partner.example")
                                .getBytes(UTF_8)))
                .toList()
                .forEach(sent -> sent.join());

        List<ReceivedEvent> events = kafka.await(
                PUBLISHED,
                8,
                event -> fleets.contains(json(event).path("fleetId").asString()));
        assertThat(events)
                .extracting(event -> json(event).path("partnerId").asString())
                .containsOnly(idOfNewPartner("fresh-" + fleet + "@partner.example"));
        assertThat(events)
                .extracting(event -> json(event).path("partnerKnown").asBoolean())
                .containsOnly(false);
    }

    @Test
    void whoIsNoAdminAnyMoreIsRefusedThoughTheTokenIsStillGood() {
        String userId = DemoUser.BEA.userId().toString();
        assertThat(get(bea, "").status()).isEqualTo(200);

        hear("servicepartner.users.v1", userId, 2, "servicepartner.user.role-changed.v1", roleOfBea("TECHNICIAN"));
        awaitProblem("admin-not-active");
        assertThat(post(bea, "/" + connectionId + "/accept").problem()).isEqualTo("admin-not-active");
        hear("servicepartner.users.v1", userId, 1, "servicepartner.user.role-changed.v1", roleOfBea("ADMIN"));
        hear("servicepartner.users.v1", userId, 3, "servicepartner.user.role-changed.v1", roleOfBea("ADMIN"));
        Awaitility.await().until(() -> get(bea, "").status() == 200);

        hear("servicepartner.users.v1", userId, 4, "servicepartner.user.removed.v1", """
                {"userId": "%s", "partnerId": "%s"}
                """.formatted(
                        userId, DemoUser.BEA.partnerId()));
        awaitProblem("admin-not-active");
        assertThat(get(alice, "").status()).isEqualTo(200);

        hear("servicepartner.users.v1", userId, 5, "servicepartner.user.activated.v1", """
                {"userId": "%s", "partnerId": "%s", "email": "bea@baltic-service.example", "role": "ADMIN"}
                """.formatted(
                        userId, DemoUser.BEA.partnerId()));
        Awaitility.await().until(() -> get(bea, "").status() == 200);
    }

    private void awaitProblem(String slug) {
        Awaitility.await()
                .until(() ->
                        get(bea, "").status() == 403 && get(bea, "").problem().equals(slug));
    }

    private static String roleOfBea(String role) {
        return "{\"userId\": \"%s\", \"partnerId\": \"%s\", \"role\": \"%s\"}"
                .formatted(DemoUser.BEA.userId(), DemoUser.BEA.partnerId(), role);
    }

    @Test
    void theAddressOfATechnicianBelongsToItsPartner() {
        String technician = UUID.randomUUID().toString();
        String address = "technician-of-" + fleet + "@home.example";
        hear("servicepartner.users.v1", technician, 1, "servicepartner.user.activated.v1", """
                {"userId": "%s", "partnerId": "%s", "email": "%s", "role": "TECHNICIAN"}
                """.formatted(
                        technician, DemoUser.ALICE.partnerId(), address));
        awaitUser(technician, "ACTIVE");

        request(connectionId, "Technician-of-" + fleet + "@HOME.example");

        JsonNode requested = json(kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1"));
        assertThat(requested.path("partnerKnown").asBoolean()).isTrue();
        assertThat(requested.path("partnerEmail").asString()).isEqualTo(address);
    }

    @Test
    void theAddressOfAnInvitedTechnicianBelongsToItsPartnerUntilTheInvitationIsRevoked() {
        String invited = UUID.randomUUID().toString();
        String address = "invited-to-" + fleet + "@home.example";
        String firstInvitation = UUID.randomUUID().toString();
        String secondInvitation = UUID.randomUUID().toString();
        invite(invited, 0, firstInvitation, "Invited-to-" + fleet + "@home.example");
        invite(invited, 1, secondInvitation, address);
        revoke(invited, 2, firstInvitation);
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from user_copy where invitation_id = ?::uuid")
                                .param(secondInvitation)
                                .query(Integer.class)
                                .single()
                        == 1);

        request(connectionId, "INVITED-TO-" + fleet + "@home.example");
        JsonNode requested = json(kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1"));
        assertThat(requested.path("partnerKnown").asBoolean()).isTrue();

        revoke(invited, 4, secondInvitation);
        awaitUser(invited, "REVOKED");
        String otherFleet = fleet + "-b";
        kafka.publish(
                REQUESTS,
                otherFleet,
                "/fleetcontrol",
                REQUESTED,
                requestJson(UUID.randomUUID().toString(), otherFleet, address));
        JsonNode freed = json(kafka.await(
                PUBLISHED, otherFleet + ":" + idOfNewPartner(address), "servicepartner.fleet-connection.requested.v1"));
        assertThat(freed.path("partnerKnown").asBoolean()).isFalse();

        invite(invited, 5, UUID.randomUUID().toString(), address);
        awaitUser(invited, "INVITED");
        hear("servicepartner.users.v1", invited, 6, "servicepartner.user.removed.v1", """
                {"userId": "%s", "partnerId": "%s"}
                """.formatted(
                        invited, DemoUser.ALICE.partnerId()));
        awaitUser(invited, "REMOVED");
    }

    @Test
    void anAddressThatAProviderTypedIsForgottenWithItsUserAndCanBeAskedAgain() {
        String address = "erased-" + fleet + "@partner.example";
        String partnerId = idOfNewPartner(address);
        String user = UUID.randomUUID().toString();
        request(connectionId, "Erased-" + fleet + "@partner.example");
        kafka.await(PUBLISHED, fleet + ":" + partnerId, "servicepartner.fleet-connection.requested.v1");
        hear("servicepartner.partners.v1", partnerId, 0, "servicepartner.partner.invited.v1", """
                {"partnerId": "%s", "email": "%s", "missingSteps": ["NDA"]}
                """.formatted(
                        partnerId, address));
        Awaitility.await().until(() -> Traces.of(address, dataSource), List.of("public.partner_copy")::equals);
        invite(user, 0, UUID.randomUUID().toString(), address);
        awaitUser(user, "INVITED");
        assertThat(Traces.of(address, dataSource)).containsExactly("public.partner_copy", "public.user_copy");

        erase(user);

        assertThat(Traces.of(address, dataSource)).isEmpty();
        invite(user, 9, UUID.randomUUID().toString(), address);
        erase(user);
        assertThat(Traces.of(address, dataSource)).as("after news of long ago").isEmpty();
        String again = UUID.randomUUID().toString();
        String otherFleet = fleet + "-b";
        kafka.publish(REQUESTS, otherFleet, "/fleetcontrol", REQUESTED, requestJson(again, otherFleet, address));
        assertThat(json(kafka.await(
                                PUBLISHED,
                                otherFleet + ":" + partnerId,
                                "servicepartner.fleet-connection.requested.v1"))
                        .path("partnerEmail")
                        .asString())
                .isEqualTo(address);
    }

    private void erase(String user) {
        String erasure = UUID.randomUUID().toString();
        Map<String, String> headers = CloudEventsClient.headers(
                UUID.randomUUID().toString(), "/service-partner/test", "servicepartner.user.erased.v1");
        headers.put("ce_subject", user);
        kafka.publish(
                "servicepartner.users.v1",
                user,
                headers,
                "{\"userId\": \"%s\", \"erasureId\": \"%s\"}".formatted(user, erasure));
        kafka.await("servicepartner.erasures.v1", 1, event -> event.id().equals(erasure));
    }

    @Test
    void aWithdrawalRightBehindItsRequestIsUnderstood() {
        request(connectionId, "alice@alpine-fitters.example");
        publish(WITHDRAWN, "{\"connectionId\": \"%s\", \"fleetId\": \"%s\"}".formatted(connectionId, fleet));

        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.withdrawn.v1");
        assertThat(get(alice, "/" + connectionId).text("state")).isEqualTo("WITHDRAWN");
        Response refused = post(alice, "/" + connectionId + "/accept");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("connection-not-pending");
    }

    @Test
    void theWithdrawalOfAConnectionThatWasNeverRequestedIsAnswered() {
        String messageId =
                publish(WITHDRAWN, "{\"connectionId\": \"%s\", \"fleetId\": \"%s\"}".formatted(connectionId, fleet));

        JsonNode refused =
                json(kafka.await(PUBLISHED, connectionId, "servicepartner.fleet-connection.withdrawal-refused.v1"));
        assertThat(refused.path("reason").asString()).isEqualTo("CONNECTION_UNKNOWN");
        Awaitility.await().until(() -> refused("CONNECTION_UNKNOWN") > 0);
        assertThat(refused.path("refusedMessageId").asString()).isEqualTo(messageId);
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");
    }

    @Test
    void anAcceptedConnectionIsNotWithdrawn() {
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");
        post(alice, "/" + connectionId + "/accept");

        String messageId =
                publish(WITHDRAWN, "{\"connectionId\": \"%s\", \"fleetId\": \"%s\"}".formatted(connectionId, fleet));

        JsonNode refused = json(kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.withdrawal-refused.v1"));
        assertThat(refused.path("reason").asString()).isEqualTo("CONNECTION_ACCEPTED");
        assertThat(refused.path("refusedMessageId").asString()).isEqualTo(messageId);
    }

    @Test
    void declinedIsFinalAndANewRequestIsANewConnection() {
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");

        assertThat(post(alice, "/" + connectionId + "/decline").text("state")).isEqualTo("DECLINED");
        assertThat(post(alice, "/" + connectionId + "/decline").status()).isEqualTo(200);
        Response refused = post(alice, "/" + connectionId + "/accept");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("connection-not-pending");
        assertThat(refused.text("advice")).startsWith("Declined is final; ask the provider for a new request");
        assertThat(delete(alice, "/" + connectionId).problem()).isEqualTo("connection-not-accepted");

        String second = UUID.randomUUID().toString();
        request(second, "alice@alpine-fitters.example");
        Awaitility.await().until(() -> get(alice, "/" + second).status() == 200);
        assertThat(post(alice, "/" + second + "/accept").text("state")).isEqualTo("ACCEPTED");
        assertThat(get(alice, "/" + connectionId).text("state")).isEqualTo("DECLINED");
    }

    @Test
    void ofSeveralDecisionsAtOnceTheFirstCounts() {
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(alice, "/" + connectionId + (i % 2 == 0 ? "/accept" : "/decline"))
                                .status(),
                        Thread::startVirtualThread))
                .toList();

        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses.subList(0, 6)).containsOnly(200);
        assertThat(statuses.subList(6, 12)).containsOnly(409);
        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(pair)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void onlyTheAdminsOfThePartnerSeeIt() {
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");

        for (Response response : List.of(
                get(bea, "/" + connectionId),
                post(bea, "/" + connectionId + "/accept"),
                post(bea, "/" + connectionId + "/decline"),
                delete(bea, "/" + connectionId))) {
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.problem()).isEqualTo("connection-not-found");
        }
        assertThat(get(bea, "").body().path("items").toString()).doesNotContain(connectionId);
        assertThat(get(alice, "").body().path("items").toString()).contains(connectionId);

        Response technician = post(tom, "/" + connectionId + "/accept");
        assertThat(technician.status()).isEqualTo(403);
        assertThat(technician.problem()).isEqualTo("not-an-admin");
        Response nobody = post(null, "/" + connectionId + "/accept");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.problem()).isEqualTo("unauthenticated");
        assertThat(get(alice, "/" + connectionId).text("state")).isEqualTo("PENDING");
    }

    @Test
    void acceptingWaitsForTheOnboardingAndATeamsAddressLeadsNowhere() {
        String partner = DemoUser.BEA.partnerId().toString();
        hear("servicepartner.partners.v1", partner, 0, "servicepartner.partner.invited.v1", """
                {"partnerId": "%s", "email": "bea@baltic-service.example", "missingSteps": ["PERSONAL_DETAILS", "NDA"]}
                """.formatted(partner));
        hear("servicepartner.partners.v1", partner, 1, "servicepartner.partner.details-changed.v1", """
                {"partnerId": "%s", "teamName": "Baltic Service", "teamEmail": "info@competitor.example"}
                """.formatted(
                        partner));
        hear("servicepartner.partners.v1", partner, 2, "servicepartner.partner.nda-outdated.v1", """
                {"partnerId": "%s", "missingSteps": ["PERSONAL_DETAILS", "NDA"]}
                """.formatted(
                        partner));
        Awaitility.await()
                .until(
                        () -> jdbc.sql("select sequence from partner_copy where partner_id = ?::uuid")
                                .param(partner)
                                .query(Long.class)
                                .list(),
                        List.of(2L)::equals);
        String competitors = fleet + "-c";
        kafka.publish(
                REQUESTS,
                competitors,
                "/fleetcontrol",
                REQUESTED,
                requestJson(UUID.randomUUID().toString(), competitors, "info@competitor.example"));
        kafka.await(
                PUBLISHED,
                competitors + ":" + idOfNewPartner("info@competitor.example"),
                "servicepartner.fleet-connection.requested.v1");

        request(connectionId, "bea@baltic-service.example");
        kafka.await(PUBLISHED, fleet + ":" + partner, "servicepartner.fleet-connection.requested.v1");

        Response refused = post(bea, "/" + connectionId + "/accept");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("onboarding-incomplete");
        assertThat(refused.body().path("missingSteps").toString()).isEqualTo("[\"PERSONAL_DETAILS\",\"NDA\"]");
        assertThat(refused.text("detail")).contains("PERSONAL_DETAILS, NDA");

        hear("servicepartner.partners.v1", partner, 3, "servicepartner.partner.onboarding-advanced.v1", """
                {"partnerId": "%s", "completedStep": "NDA", "missingSteps": []}
                """.formatted(
                        partner));
        hear("servicepartner.partners.v1", partner, 2, "servicepartner.partner.onboarding-advanced.v1", """
                {"partnerId": "%s", "completedStep": "PERSONAL_DETAILS", "missingSteps": ["NDA"]}
                """.formatted(
                        partner));
        Awaitility.await().until(() -> post(bea, "/" + connectionId + "/accept").status() == 200);
    }

    @Test
    void anOutdatedNdaMustBeSignedBeforeAnythingMoreIsAccepted() {
        String partner = DemoUser.ALICE.partnerId().toString();
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");
        long sequence = jdbc.sql("select sequence from partner_copy where partner_id = ?::uuid")
                .param(partner)
                .query(Long.class)
                .single();
        hear(
                "servicepartner.partners.v1",
                partner,
                sequence + 1,
                "servicepartner.partner.nda-outdated.v1",
                """
                {"partnerId": "%s", "signedVersion": "1", "currentVersion": "2", "missingSteps": ["NDA"], "at": "2026-03-02T08:00:00Z"}
                """.formatted(partner));
        Awaitility.await().until(() -> missingSteps(partner).equals("{NDA}"));

        Response refused = post(alice, "/" + connectionId + "/accept");
        assertThat(refused.problem()).isEqualTo("onboarding-incomplete");
        assertThat(refused.body().path("missingSteps").toString()).isEqualTo("[\"NDA\"]");

        hear(
                "servicepartner.partners.v1",
                partner,
                sequence + 2,
                "servicepartner.partner.onboarding-advanced.v1",
                """
                {"partnerId": "%s", "completedStep": "NDA", "missingSteps": []}
                """.formatted(partner));
        Awaitility.await().until(() -> missingSteps(partner).equals("{}"));
        assertThat(post(alice, "/" + connectionId + "/accept").status()).isEqualTo(200);
    }

    @Test
    void anOpenPageIsToldOfChangesOfTheOwnPartnerOnly() {
        try (OpenPage alices = OpenPage.of(URI.create("http://127.0.0.1:" + port + PATH + "/changes"), alice);
                OpenPage beas = OpenPage.of(URI.create("http://127.0.0.1:" + port + PATH + "/changes"), bea)) {
            Awaitility.await().until(() -> alices.changes() == 1 && beas.changes() == 1);

            request(connectionId, "alice@alpine-fitters.example");
            Awaitility.await().until(() -> alices.changes() > 1);
            int told = alices.changes();
            post(alice, "/" + connectionId + "/decline");
            Awaitility.await().until(() -> alices.changes() > told);

            assertThat(beas.changes()).isEqualTo(1);
        }
        assertThat(get(tom, "/changes").problem()).isEqualTo("not-an-admin");
    }

    @Test
    void aRequestEndsWhenItsTimeIsOver() {
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");
        String expiresAt = get(alice, "/" + connectionId).text("expiresAt");

        clock.forward(Duration.ofDays(7));

        Response refused = post(alice, "/" + connectionId + "/accept");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("request-expired");
        assertThat(refused.text("advice")).isEqualTo("Ask City Cars (fleet@city-cars.example) for a new request.");
        assertThat(get(alice, "/" + connectionId).text("state")).isEqualTo("EXPIRED");
        JsonNode expired = json(kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.expired.v1"));
        assertThat(expired.path("expiredAt").asString()).isEqualTo(expiresAt);
        assertThat(get(alice, "/" + connectionId).text("endedAt")).isEqualTo(expiresAt);
    }

    @Test
    void badMessagesAreDeadLettersAndNothingBehindThemWaits() {
        publish(REQUESTED, "{\"connectionId\": ");
        publish("fleetcontrol.connection.invented.v1", "{}");
        publish(REQUESTED, requestJson("4711", fleet, "nobody").replace("\"City Cars\"", "7"));
        publish(
                REQUESTED,
                requestJson(connectionId, fleet, "alice@alpine-fitters.example")
                        .replace("City Cars North", "x".repeat(1024 * 1024 - 1000)));
        Map<String, String> withoutId = CloudEventsClient.headers("", "/fleetcontrol", REQUESTED);
        kafka.publish(REQUESTS, fleet, withoutId, "{}");
        request(connectionId, "alice@alpine-fitters.example");

        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");
        List<ReceivedEvent> letters = kafka.await(DEAD_LETTERS, 5, event -> fleet.equals(event.key()));
        assertThat(letters)
                .extracting(letter -> letter.headers().get("dlt-reason"))
                .containsExactlyInAnyOrder(
                        "MALFORMED_JSON", "UNKNOWN_TYPE", "INVALID_FIELDS", "TOO_LARGE", "NOT_A_CLOUD_EVENT");
        assertThat(letters)
                .extracting(letter -> letter.headers().get("dlt-detail"))
                .contains(
                        "connectionId must be a UUID. providerName must be a text. partnerEmail must be an e-mail address.");
    }

    @Test
    void theListIsPagedNewestFirstAndFiltered() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> {
                    String id = UUID.randomUUID().toString();
                    kafka.publish(
                            REQUESTS,
                            fleet,
                            "/fleetcontrol",
                            REQUESTED,
                            requestJson(id, fleet + "-" + i, "alice@alpine-fitters.example"));
                    return id;
                })
                .toList();
        Awaitility.await().until(() -> get(alice, "/" + ids.getLast()).status() == 200);
        post(alice, "/" + ids.get(1) + "/decline");

        Response first = get(alice, "?limit=2");
        assertThat(idsOf(first)).containsExactly(ids.get(2), ids.get(1));
        Response second = get(alice, "?limit=2&cursor=" + first.text("nextCursor"));
        assertThat(idsOf(second)).startsWith(ids.getFirst());
        assertThat(idsOf(get(alice, "?state=PENDING&limit=2"))).containsExactly(ids.get(2), ids.get(0));
        assertThat(idsOf(get(alice, "?state=DECLINED&limit=1"))).containsExactly(ids.get(1));
        assertThat(get(alice, "?state=ASLEEP").status()).isEqualTo(400);
        assertThat(get(alice, "?limit=0").status()).isEqualTo(400);
        assertThat(get(alice, "?cursor=x").problem()).isEqualTo("invalid-cursor");
        assertThat(get(alice, "/4711").status()).isEqualTo(400);
    }

    @Test
    void theReadModelCanBeMadeAnew() {
        request(connectionId, "alice@alpine-fitters.example");
        kafka.await(PUBLISHED, pair, "servicepartner.fleet-connection.requested.v1");
        post(alice, "/" + connectionId + "/accept");
        List<Map<String, Object>> before = jdbc.sql("select * from connection_view order by position")
                .query()
                .listOfRows();

        projections.rebuild("connection-view");

        assertThat(jdbc.sql("select * from connection_view order by position")
                        .query()
                        .listOfRows())
                .isEqualTo(before);
    }

    @Test
    void theApiIsDescribed() throws Exception {
        String description = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();

        new ApprovedFiles().verifyJson("openapi.json", description);
    }

    @Test
    void theContractsAreServed() throws Exception {
        for (String path :
                List.of("asyncapi.yaml", "schemas/" + REQUESTED + ".json", "examples/" + REQUESTED + ".json")) {
            assertThat(http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + port + "/contracts/" + path))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private String request(String id, String email) {
        return publish(REQUESTED, requestJson(id, fleet, email));
    }

    private String publish(String type, String json) {
        return kafka.publish(REQUESTS, fleet, "/fleetcontrol", type, json);
    }

    private static String requestJson(String id, String fleetId, String email) {
        return """
                {"connectionId": "%s", "fleetId": "%s", "fleetName": "City Cars North", "providerName": "City Cars",
                 "providerContactEmail": "fleet@city-cars.example", "partnerEmail": "%s"}
                """.formatted(id, fleetId, email);
    }

    private void awaitUser(String userId, String state) {
        Awaitility.await()
                .until(() -> jdbc.sql("select state from user_copy where user_id = ?::uuid")
                        .param(userId)
                        .query(String.class)
                        .optional()
                        .equals(Optional.of(state)));
    }

    private String missingSteps(String partnerId) {
        return jdbc.sql("select missing_steps::varchar from partner_copy where partner_id = ?::uuid")
                .param(partnerId)
                .query(String.class)
                .single();
    }

    private static void invite(String userId, long sequence, String invitationId, String email) {
        hear("servicepartner.users.v1", userId, sequence, "servicepartner.user.invited.v1", """
                {"userId": "%s", "partnerId": "%s", "invitationId": "%s", "email": "%s", "role": "TECHNICIAN"}
                """.formatted(
                        userId, DemoUser.ALICE.partnerId(), invitationId, email));
    }

    private static void revoke(String userId, long sequence, String invitationId) {
        hear("servicepartner.users.v1", userId, sequence, "servicepartner.user.invitation-revoked.v1", """
                {"userId": "%s", "partnerId": "%s", "invitationId": "%s"}
                """.formatted(
                        userId, DemoUser.ALICE.partnerId(), invitationId));
    }

    private static void hear(String topic, String key, long sequence, String type, String json) {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/service-partner/test", type);
        headers.put("ce_sequence", String.valueOf(sequence));
        headers.put("ce_subject", key);
        kafka.publish(topic, key, headers, json);
    }

    private String idOfNewPartner(String email) {
        return keys.idFor("partner:" + email).toString();
    }

    private static List<String> publishedTypes(String key) {
        return kafka.records(PUBLISHED).stream()
                .filter(event -> key.equals(event.key()))
                .map(ReceivedEvent::type)
                .toList();
    }

    private static List<String> idsOf(Response response) {
        return response.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("connectionId").asString())
                .toList();
    }

    private static JsonNode json(ReceivedEvent event) {
        return JSON.readTree(event.data());
    }

    private Response get(@Nullable String token, String path) {
        return call("GET", token, path);
    }

    private Response post(@Nullable String token, String path) {
        return call("POST", token, path);
    }

    private Response delete(@Nullable String token, String path) {
        return call("DELETE", token, path);
    }

    private Response call(String method, @Nullable String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), JSON.readTree(response.body()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Response(int status, JsonNode body) {
        String text(String name) {
            return body.path(name).asString();
        }

        String problem() {
            return text("type").replace("urn:service-partner:problem:", "");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    static final class MovableClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void forward(Duration duration) {
            ahead.updateAndGet(duration::plus);
        }

        void reset() {
            ahead.set(Duration.ZERO);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
