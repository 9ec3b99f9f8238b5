package org.servicepartner.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.InviteFirstAdmin;
import org.servicepartner.identity.domain.UserCommand.SeedUser;
import org.servicepartner.local.DemoUser;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Who is invited: colleagues by admins, and first admins because a mobility provider asks. */
class InvitationTest extends RunningIdentityService {
    private static final String CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String PARTNERS = "servicepartner.partners.v1";
    private static final String REQUESTED = "servicepartner.fleet-connection.requested.v1";
    private static final String DETAILS = "servicepartner.partner.personal-details-given.v1";
    private static final String INVITED = "servicepartner.user.invited.v1";

    private static String alice = "";

    @BeforeAll
    static void logIn() {
        alice = bearer(DemoUser.ALICE);
    }

    @BeforeEach
    void allWasHandled() {
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void anAdminInvitesAColleague() {
        String email = newAddress();
        JsonNode user = answer(invite(alice, " " + email.toUpperCase(Locale.ROOT), "TECHNICIAN"), 201);
        assertThat(user.path("email").asString()).isEqualTo(email);
        assertThat(user.path("firstName").asString()).isEqualTo("Nina");
        assertThat(user.path("state").asString()).isEqualTo("INVITED");
        assertThat(user.path("invitation").path("expired").asBoolean()).isFalse();
        assertThat(user.path("you").asBoolean()).isFalse();

        JsonNode told = told(user.path("userId").asString());
        assertThat(told.path("email").asString()).isEqualTo(email);
        assertThat(told.path("partnerId").asString()).isEqualTo(DemoUser.ALPINE_FITTERS);
        assertThat(told.path("kind").asString()).isEqualTo("COLLEAGUE");
        assertThat(told.path("role").asString()).isEqualTo("TECHNICIAN");
        assertThat(told.path("language").asString()).isEqualTo("de");
        assertThat(told.path("invitedBy").asString()).isEqualTo("Alice Alpine");
        assertThat(told.path("resent").asBoolean()).isFalse();
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(told.path("expiresAt").asString())))
                .isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));

        JsonNode listed = answer(get(USERS_PATH, alice), 200).path("users").values().stream()
                .filter(entry -> entry.path("email").asString().equals(email))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("invitation").path("expiresAt").asString())
                .isEqualTo(told.path("expiresAt").asString());
    }

    @Test
    void anInvitationWithMistakesIsRefusedFieldByField() {
        JsonNode problem = problem(
                request(
                        HttpMethod.POST,
                        USERS_PATH,
                        alice,
                        Map.of("firstName", " ", "email", "nina@nowhere", "language", "fr", "role", "ADMIN")),
                400,
                "invalid-request");
        assertThat(problem.path("fields").findValuesAsString("field"))
                .containsExactlyInAnyOrder("firstName", "lastName", "email", "language");
    }

    @Test
    void anAddressIsInvitedOnceInWhateverLetterCase() {
        problem(invite(alice, "TOM@alpine-fitters.EXAMPLE", "ADMIN"), 409, "address-taken");
        Invited invited = invited(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        assertThat(problem(invite(alice, invited.email(), "ADMIN"), 409, "address-taken")
                        .path("detail")
                        .asString())
                .contains("in your team");

        JsonNode elsewhere = problem(invite(alice, "Ben@Baltic-Service.example", "ADMIN"), 409, "address-taken");
        assertThat(elsewhere.toString()).doesNotContainIgnoringCase("Baltic", "team", DemoUser.BALTIC_SERVICE);
    }

    @Test
    void ofManyInvitationsAtTheSameMomentOneIsMade() throws Exception {
        String bea = bearer(DemoUser.BEA);
        for (int round = 0; round < 5; round++) {
            String email = newAddress();
            Callable<Integer> byAlice = () -> status(invite(alice, email, "TECHNICIAN"));
            Callable<Integer> byBea = () -> status(invite(bea, email, "ADMIN"));
            assertThat(inParallel(List.of(byAlice, byBea, byAlice, byBea)))
                    .containsExactlyInAnyOrder(201, 409, 409, 409);
            assertThat(usersWith(email)).isOne();
        }
    }

    @Test
    void theDatabaseItselfRefusesASecondUserUnderAnAddress() {
        Invited invited = invited(newPartner(), Role.ADMIN);
        assertThatThrownBy(() -> commands.sendAndWait(new SeedUser(
                        UUID.randomUUID().toString(),
                        newPartner(),
                        invited.email(),
                        "Second",
                        "User",
                        Role.ADMIN,
                        Instant.now())))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("user_view_address");
        assertThat(usersWith(invited.email())).isOne();
    }

    @Test
    void aResentInvitationEndsTheEarlierLink() {
        Invited first = invited(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        JsonNode user = answer(resend(first.userId(), alice), 200);
        assertThat(user.path("state").asString()).isEqualTo("INVITED");

        List<ReceivedEvent> told = kafka.await(
                USERS,
                2,
                event -> first.userId().equals(event.key()) && event.type().equals(INVITED));
        Invited second = Invited.asTold(told.getLast());
        assertThat(told.getLast().data()).contains("\"resent\":true");
        assertThat(second.invitationId()).isNotEqualTo(first.invitationId());
        assertThat(problem(check(first.link()), 410, "link-replaced")
                        .path("detail")
                        .asString())
                .contains("newer link");
        problem(complete(first.link(), PASSWORD), 410, "link-replaced");
        check(second.link()).exchange().expectStatus().isOk();
    }

    @Test
    void aRevokedInvitationEndsAndTheAddressCanBeInvitedAgain() {
        Invited first = invited(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        revoke(first.userId(), alice).exchange().expectStatus().isNoContent();
        assertThat(state(first.userId())).isEqualTo("TECHNICIAN REMOVED");
        assertThat(kafka.await(USERS, first.userId(), "servicepartner.user.invitation-revoked.v1")
                        .data())
                .contains(first.invitationId(), DemoUser.ALPINE_FITTERS);
        assertThat(problem(check(first.link()), 410, "link-revoked")
                        .path("advice")
                        .asString())
                .contains("Alice Alpine");
        problem(complete(first.link(), PASSWORD), 410, "link-revoked");
        problem(revoke(first.userId(), alice), 409, "not-invited");
        problem(resend(first.userId(), alice), 409, "not-invited");

        JsonNode again = answer(invite(alice, first.email(), "ADMIN"), 201);
        assertThat(again.path("userId").asString()).isNotEqualTo(first.userId());
        problem(check(first.link()), 410, "link-revoked");
        check(Invited.asTold(kafka.await(USERS, again.path("userId").asString(), INVITED))
                        .link())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whoHasRegisteredHasNoInvitation() {
        String tom = DemoUser.TOM.userId().toString();
        problem(resend(tom, alice), 409, "not-invited");
        problem(revoke(tom, alice), 409, "not-invited");
    }

    @Test
    void anInvitedUserCanBeGivenAnotherRoleAndBeRemoved() {
        Invited invited = invited(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        role(invited.userId(), "ADMIN", alice).exchange().expectStatus().isNoContent();
        check(invited.link())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("ADMIN");
        remove(invited.userId(), alice).exchange().expectStatus().isNoContent();
        problem(check(invited.link()), 410, "link-revoked");
        kafka.await(USERS, invited.userId(), "servicepartner.user.invitation-revoked.v1");
        assertThat(kafka.records(USERS))
                .filteredOn(event -> invited.userId().equals(event.key()))
                .extracting(ReceivedEvent::type)
                .as("who never was active has neither changed the role nor been removed, for others")
                .containsExactly(INVITED, "servicepartner.user.invitation-revoked.v1");
    }

    @Test
    void openPagesAreToldOfChanges() throws Exception {
        Invited admin = registered(newPartner(), Role.ADMIN);
        String token = bearer(admin.email());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + USERS_PATH + "/changes"))
                            .header("Authorization", token)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
                assertThat(nextEvent(lines)).isEqualTo("event:changed");
                answer(invite(token, newAddress(), "TECHNICIAN"), 201);
                assertThat(nextEvent(lines)).isEqualTo("event:changed");
            }
        }
    }

    @Test
    void aRequestToANewAddressInvitesTheFirstAdminOnce() {
        String partnerId = newPartner();
        String email = newAddress();
        String request = requestJson(partnerId, email.toUpperCase(Locale.ROOT), "City Cars");
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/connections", REQUESTED);
        kafka.publish(CONNECTIONS, "fleet-1:" + partnerId, headers, request);
        kafka.publish(CONNECTIONS, "fleet-1:" + partnerId, headers, request);
        request(partnerId, email, "Harbour Cars");
        handled();

        String userId = users.idFor(email);
        List<ReceivedEvent> invitations = invitationsOf(email);
        assertThat(invitations).hasSize(1);
        assertThat(invitations.getFirst().key()).isEqualTo(userId);
        assertThat(userId)
                .as("an id that can be made of the address")
                .isNotEqualTo(UUID.nameUUIDFromBytes(("user:" + email).getBytes(UTF_8))
                        .toString());
        JsonNode told = JsonMapper.shared().readTree(invitations.getFirst().data());
        assertThat(told.path("kind").asString()).isEqualTo("FIRST_ADMIN");
        assertThat(told.path("role").asString()).isEqualTo("ADMIN");
        assertThat(told.path("providerName").asString()).isEqualTo("City Cars");
        assertThat(told.path("fleetName").asString()).isEqualTo("North");
        assertThat(told.path("language").asString()).isEqualTo("de");
        assertThat(told.has("firstName")).isFalse();

        String link = Invited.asTold(invitations.getFirst()).link();
        assertThat(answer(check(link), 200).path("providerName").asString()).isEqualTo("City Cars");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aRequestThatOutlivesTheLinkOfTheFirstAdminSendsAnother() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        String email = newAddress();
        Invited first =
                new Invited(users.idFor(email), newPartner(), UUID.randomUUID().toString(), email, tomorrow);
        commands.sendAndWait(new InviteFirstAdmin(
                first.userId(),
                first.partnerId(),
                first.invitationId(),
                email,
                "en",
                "Harbour Cars",
                "South",
                null,
                tomorrow,
                tomorrow,
                Instant.now()));
        request(first.partnerId(), email, "City Cars");
        request(first.partnerId(), email, "City Cars");
        handled();

        assertThat(invitationsOf(email)).hasSize(2);
        assertThat(invitationsOf(email).getLast().data()).contains("City Cars");
        problem(check(first.link()), 410, "link-replaced");
        check(Invited.asTold(invitationsOf(email).getLast()).link())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void twoRequestsAtOnceForOneAddressMakeOneUser() {
        String partnerId = newPartner();
        String email = newAddress();
        for (int fleet = 0; fleet < 10; fleet++) {
            kafka.send(
                    CONNECTIONS,
                    "fleet-" + fleet + ":" + partnerId,
                    CloudEventsClient.headers(UUID.randomUUID().toString(), "/connections", REQUESTED),
                    requestJson(partnerId, email, "City Cars").getBytes(UTF_8));
        }
        handled();
        assertThat(usersWith(email)).isOne();
        assertThat(invitationsOf(email)).hasSize(1);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aRequestAndAnInvitationAtOnceMakeOneUser() throws Exception {
        for (int round = 0; round < 5; round++) {
            String email = newAddress();
            String partnerId = newPartner();
            Callable<Integer> byAlice = () -> status(invite(alice, email, "TECHNICIAN"));
            Callable<Integer> byProvider = () -> {
                request(partnerId, email, "City Cars");
                return 0;
            };
            inParallel(List.of(byProvider, byAlice));
            handled();
            assertThat(usersWith(email)).isOne();
        }
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aRequestToAnAddressThatBelongsToSomebodyInvitesNobody() {
        request(newPartner(), "tom@alpine-fitters.example", "City Cars");
        request(DemoUser.ALPINE_FITTERS, "tom@alpine-fitters.example", "City Cars");
        request(newPartner(), "BEA@baltic-service.example", "City Cars");
        request(DemoUser.ALPINE_FITTERS, newAddress(), "City Cars");
        Invited technician = invited(newPartner(), Role.TECHNICIAN);
        request(technician.partnerId(), technician.email(), "City Cars");
        handled();
        assertThat(kafka.records(USERS))
                .filteredOn(
                        event -> event.type().equals(INVITED) && event.data().contains("FIRST_ADMIN"))
                .noneMatch(event -> event.data().contains(DemoUser.ALPINE_FITTERS)
                        || event.data().contains("tom@")
                        || event.data().contains("bea@")
                        || event.data().contains(technician.email()));
        assertThat(usersWith("tom@alpine-fitters.example")).isOne();
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void anOldRequestThatHasEndedInvitesNobody() {
        String partnerId = newPartner();
        String email = newAddress();
        kafka.publish(
                CONNECTIONS,
                "fleet-1:" + partnerId,
                "/connections",
                REQUESTED,
                requestJson(partnerId, email, "City Cars").replace("\"2999-", "\"2020-"));
        handled();
        assertThat(usersWith(email)).isZero();
    }

    @Test
    void theNameGivenDuringOnboardingBecomesTheNameOfTheAccount() {
        Invited admin = registered(newPartner(), Role.ADMIN);
        Instant later = Instant.now().plusSeconds(60);
        personalDetails(admin, "Late", "Name", later);
        personalDetails(admin, "Early", "Name", later.minusSeconds(30));
        personalDetails(admin, "Late", "Name", later);
        await().untilAsserted(() -> assertThat(
                        users.user(admin.userId()).orElseThrow().displayName())
                .isEqualTo("Late Name"));
        handledDetails();
        assertThat(users.user(admin.userId()).orElseThrow().displayName()).isEqualTo("Late Name");
        await().untilAsserted(() -> assertThat(
                        KEYCLOAK_ADMIN.user(admin.email()).path("firstName").asString())
                .isEqualTo("Late"));
        assertThat(deadLetters()).isEmpty();
    }

    private void request(String partnerId, String email, String provider) {
        kafka.publish(
                CONNECTIONS,
                "fleet-1:" + partnerId,
                "/connections",
                REQUESTED,
                requestJson(partnerId, email, provider));
    }

    private static String requestJson(String partnerId, String email, String provider) {
        return """
                {"connectionId":"%s","partnerId":"%s","partnerEmail":"%s","providerName":"%s","fleetId":"f","fleetName":"North",
                 "language":"de","expiresAt":"2999-01-01T00:00:00Z","partnerKnown":false}
                """.formatted(UUID.randomUUID(), partnerId, email, provider);
    }

    private void personalDetails(Invited admin, String firstName, String lastName, Instant at) {
        kafka.publish(
                PARTNERS,
                admin.partnerId(),
                "/partners",
                DETAILS,
                detailsJson(admin.partnerId(), admin.userId(), firstName, lastName, at));
    }

    private static String detailsJson(String partnerId, String userId, String firstName, String lastName, Instant at) {
        return "{\"partnerId\":\"%s\",\"userId\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"%s\",\"givenAt\":\"%s\"}"
                .formatted(partnerId, userId, firstName, lastName, at);
    }

    /** Waits until every request that is on the topic has had its effect: many with other keys, at least one on each partition, are the sign. */
    private void handled() {
        List<String> signs = new ArrayList<>();
        for (int key = 0; key < 20; key++) {
            String email = newAddress();
            signs.add(email);
            kafka.publish(
                    CONNECTIONS,
                    "sign-" + key,
                    "/connections",
                    REQUESTED,
                    requestJson(newPartner(), email, "City Cars"));
        }
        await().untilAsserted(() -> assertThat(signs)
                .allSatisfy(email -> assertThat(usersWith(email)).isOne()));
        String last = newAddress();
        answer(invite(alice, last, "TECHNICIAN"), 201);
        kafka.await(USERS, 1, event -> event.data() != null && event.data().contains(last));
    }

    private void handledDetails() {
        List<String> signs = new ArrayList<>();
        for (int key = 0; key < 20; key++) {
            String partnerId = newPartner();
            String userId = seeded(partnerId, Role.ADMIN);
            signs.add(userId);
            kafka.publish(
                    PARTNERS,
                    "sign-" + key,
                    "/partners",
                    DETAILS,
                    detailsJson(partnerId, userId, "Sign", "Seen", Instant.now()));
        }
        await().untilAsserted(() -> assertThat(signs)
                .allSatisfy(userId ->
                        assertThat(users.user(userId).orElseThrow().firstName()).isEqualTo("Sign")));
    }

    private List<ReceivedEvent> invitationsOf(String email) {
        return kafka.records(USERS).stream()
                .filter(event -> event.type().equals(INVITED) && event.data().contains("\"" + email + "\""))
                .toList();
    }

    private JsonNode told(String userId) {
        return JsonMapper.shared().readTree(kafka.await(USERS, userId, INVITED).data());
    }

    private long usersWith(String email) {
        return jdbc.sql("select count(*) from user_view where email = ? and state <> 'REMOVED'")
                .param(email)
                .query(Long.class)
                .single();
    }

    private static List<ReceivedEvent> deadLetters() {
        List<ReceivedEvent> letters = new ArrayList<>(kafka.records("identity-service." + CONNECTIONS + ".dlt"));
        letters.addAll(kafka.records("identity-service." + PARTNERS + ".dlt"));
        return letters;
    }

    private static int status(RestTestClient.RequestHeadersSpec<?> request) {
        return request.exchange().returnResult().getStatus().value();
    }

    private static List<Integer> inParallel(List<Callable<Integer>> calls) throws Exception {
        List<Integer> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> call : threads.invokeAll(calls)) {
                results.add(call.get());
            }
        }
        return results;
    }

    private static String nextEvent(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("event:")) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
