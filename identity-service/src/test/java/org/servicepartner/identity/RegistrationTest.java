package org.servicepartner.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserCommand.InviteFirstAdmin;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureException;
import org.servicepartner.platform.security.LinkTokens;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** From the link to the first log-in, and what becomes of log-ins later, with the real Keycloak. */
class RegistrationTest extends RunningIdentityService {
    @AfterEach
    void keycloakIsThereAgain() {
        KEYCLOAK.join();
    }

    @Test
    void aFirstAdminRegistersWithoutANameAndLogsIn() {
        Invited admin = firstAdminInvited();
        JsonNode page = answer(check(admin.link()), 200);
        assertThat(page.path("email").asString()).isEqualTo(admin.email());
        assertThat(page.path("kind").asString()).isEqualTo("FIRST_ADMIN");
        assertThat(page.path("providerName").asString()).isEqualTo("City Cars");
        assertThat(page.path("fleetName").asString()).isEqualTo("City Cars North");
        assertThat(page.has("firstName")).isFalse();
        assertThat(page.path("expiresAt").asString())
                .isEqualTo(admin.expiresAt().toString());
        assertThat(page.path("passwordRules").toString())
                .isEqualTo("[{\"rule\":\"length\",\"value\":12},{\"rule\":\"maxLength\",\"value\":128},"
                        + "{\"rule\":\"notUsername\"},{\"rule\":\"notEmail\"}]");

        JsonNode registered = answer(complete(admin.link(), PASSWORD), 200);
        assertThat(registered.path("email").asString()).isEqualTo(admin.email());
        assertThat(registered.path("role").asString()).isEqualTo("ADMIN");
        assertThat(registered.path("next").asString()).isEqualTo("PORTAL");

        String token = bearer(admin.email());
        assertThat(claims(token).path("partner_id").asString()).isEqualTo(admin.partnerId());
        assertThat(claims(token).path("user_id").asString()).isEqualTo(admin.userId());
        JsonNode me = answer(get(ME_PATH, token), 200);
        assertThat(me.path("userId").asString()).isEqualTo(admin.userId());
        assertThat(me.has("firstName")).isFalse();
        String activated = String.valueOf(kafka.await(USERS, admin.userId(), "servicepartner.user.activated.v1")
                .data());
        assertThat(activated)
                .contains("\"language\":\"de\"", "\"role\":\"ADMIN\"")
                .doesNotContain("firstName");
    }

    @Test
    void anInvitedTechnicianRegistersAndIsShownTheApp() {
        Invited technician = invited(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        JsonNode page = answer(check(technician.link()), 200);
        assertThat(page.path("invitedBy").asString()).isEqualTo("Alice Alpine");
        assertThat(page.path("firstName").asString()).isEqualTo("Ida");
        assertThat(answer(complete(technician.link(), PASSWORD), 200)
                        .path("next")
                        .asString())
                .isEqualTo("SMARTCONTROL");

        assertThat(roles(bearer(technician.email()))).contains("technician").doesNotContain("partner-admin");
        assertThat(state(technician.userId())).isEqualTo("TECHNICIAN ACTIVE");
        problem(get(ME_PATH, bearer(technician.email())), 403, "not-an-admin");
    }

    @Test
    void aPasswordThatKeycloakRefusesIsToldAtTheFieldAndLeavesNothing() {
        Invited admin = firstAdminInvited();
        assertThat(passwordRefused(admin, "short", "en")).isEqualTo("The password must have at least 12 characters.");
        assertThat(passwordRefused(admin, "short", "de-AT"))
                .isEqualTo("Das Passwort muss mindestens 12 Zeichen lang sein.");
        assertThat(passwordRefused(admin, admin.email(), "en"))
                .isEqualTo("The password must not be your e-mail address.");
        assertThat(KEYCLOAK_ADMIN.user(admin.email()).isMissingNode()).isTrue();
        assertThat(state(admin.userId())).isEqualTo("ADMIN INVITED");

        complete(admin.link(), PASSWORD).exchange().expectStatus().isOk();
        assertThat(bearer(admin.email())).isNotBlank();
    }

    @Test
    void aLinkIsGoodOnce() {
        Invited admin = registered(newPartner(), Role.ADMIN);
        assertThat(problem(check(admin.link()), 410, "link-used").path("advice").asString())
                .startsWith("Sign in");
        problem(complete(admin.link(), "another long Passw0rd"), 410, "link-used");
        assertThat(bearer(admin.email())).as("with the first password").isNotBlank();
    }

    @Test
    void ofTwoRegistrationsAtTheSameMomentOneSucceedsAndItsPasswordHolds() throws Exception {
        Invited admin = firstAdminInvited();
        List<String> passwords = List.of("the first long Passw0rd", "the second long Passw0rd");
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> attempts = passwords.stream()
                    .<Callable<Integer>>map(password -> () -> complete(admin.link(), password)
                            .exchange()
                            .returnResult()
                            .getStatus()
                            .value())
                    .toList();
            for (Future<Integer> attempt : both.invokeAll(attempts)) {
                answers.add(attempt.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 410);
        assertThat(canLogIn(admin.email(), passwords.get(answers.indexOf(200)))).isTrue();
        assertThat(canLogIn(admin.email(), passwords.get(answers.indexOf(410)))).isFalse();
    }

    @Test
    void anExpiredLinkNamesWhomToAsk() {
        Instant past = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        Invited technician = invited(newPartner(), Role.TECHNICIAN, past);
        JsonNode expired = problem(check(technician.link()), 410, "link-expired");
        assertThat(expired.path("advice").asString()).contains("Alice Alpine");
        assertThat(expired.path("invitedBy").asString()).isEqualTo("Alice Alpine");
        assertThat(expired.path("contactEmail").asString()).isEqualTo("alice@alpine-fitters.example");
        assertThat(expired.has("providerName")).isFalse();
        problem(complete(technician.link(), PASSWORD), 410, "link-expired");

        Invited admin = firstAdminInvited(past);
        expired = problem(check(admin.link()), 410, "link-expired");
        assertThat(expired.path("advice").asString()).contains("City Cars", "fleet connection request");
        assertThat(expired.path("providerName").asString()).isEqualTo("City Cars");
        assertThat(expired.path("contactEmail").asString()).isEqualTo("desk@city-cars.example");
        assertThat(expired.path("expiredAt").asString()).isEqualTo(past.toString());
        assertThat(Instant.parse(expired.path("renewableUntil").asString())).isAfter(Instant.now());
        assertThat(KEYCLOAK_ADMIN.user(admin.email()).isMissingNode()).isTrue();
    }

    @Test
    void withAnExpiredOrReplacedLinkTheInvitedHasAnotherOneSent() {
        Invited first = firstAdminInvited(Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
        renew(first.link()).exchange().expectStatus().isAccepted().expectBody().isEmpty();

        ReceivedEvent told = kafka.await(
                        USERS,
                        2,
                        event -> first.userId().equals(event.key())
                                && event.type().equals("servicepartner.user.invited.v1"))
                .getLast();
        Invited second = Invited.asTold(told);
        assertThat(told.data()).contains("\"resent\":true", "\"providerName\":\"City Cars\"");
        assertThat(second.email()).isEqualTo(first.email());
        check(second.link()).exchange().expectStatus().isOk();

        JsonNode replaced = problem(check(first.link()), 410, "link-replaced");
        assertThat(replaced.path("detail").asString()).contains("newer link");
        assertThat(replaced.path("contactEmail").asString()).isEqualTo("desk@city-cars.example");
        renew(first.link()).exchange().expectStatus().isAccepted();
        assertThat(storedEventsOf(first.userId())).as("not twice in a row").isEqualTo(2);
    }

    @Test
    void whetherALinkWasRenewedIsNotTold() {
        Invited registered = registered(newPartner(), Role.ADMIN);
        Invited invited = firstAdminInvited();
        String forged = LINKS.sign(invited.invitationId(), registered.email(), invited.expiresAt());
        for (String link : List.of(registered.link(), forged, "unknown.signature")) {
            renew(link).exchange().expectStatus().isAccepted().expectBody().isEmpty();
        }
        assertThat(storedEventsOf(registered.userId())).isEqualTo(2);
        assertThat(storedEventsOf(invited.userId())).isOne();
        problem(renew("nonsense"), 404, "link-invalid");
        problem(renew(""), 400, "invalid-request");
    }

    @Test
    void aLinkThatWasNotSentByUsOpensNothing() {
        Invited admin = firstAdminInvited();
        Invited other = firstAdminInvited();
        String link = admin.link();
        String foreignKey = LinkTokens.of(Base64.getEncoder().encodeToString(new byte[32]))
                .sign(admin.invitationId(), admin.email(), admin.expiresAt());
        List<String> tampered = List.of(
                "nonsense",
                admin.invitationId() + ".",
                link.substring(0, link.length() - 2),
                other.invitationId() + link.substring(link.indexOf('.')),
                LINKS.sign(admin.invitationId(), other.email(), admin.expiresAt()),
                LINKS.sign(
                        admin.invitationId(), admin.email(), admin.expiresAt().plusSeconds(86_400)),
                LINKS.sign(UUID.randomUUID().toString(), admin.email(), admin.expiresAt()),
                foreignKey);
        for (String token : tampered) {
            problem(check(token), 404, "link-invalid");
            problem(complete(token, PASSWORD), 404, "link-invalid");
        }
        problem(check(""), 400, "invalid-request");
        problem(complete(link, ""), 400, "invalid-request");
        assertThat(state(admin.userId())).isEqualTo("ADMIN INVITED");
        check(link).exchange().expectStatus().isOk();
    }

    @Test
    void whileKeycloakIsDownNothingIsStoredAndLaterTheSameLinkWorks() {
        Invited admin = firstAdminInvited();
        KEYCLOAK.cut();
        assertThat(answer(check(admin.link()), 200).has("passwordRules")).isFalse();
        problem(complete(admin.link(), PASSWORD), 503, "registration-unavailable");
        assertThat(state(admin.userId())).isEqualTo("ADMIN INVITED");
        assertThat(storedEventsOf(admin.userId())).isOne();
        assertThat(KEYCLOAK_ADMIN.user(admin.email()).isMissingNode()).isTrue();

        KEYCLOAK.join();
        complete(admin.link(), PASSWORD).exchange().expectStatus().isOk();
        answer(get(ME_PATH, bearer(admin.email())), 200);
    }

    @Test
    void aRegistrationThatBrokeOffAfterTheLogInWasMadeGoesOn() {
        Invited admin = firstAdminInvited();
        KEYCLOAK_ADMIN.create(admin.email(), admin.userId(), admin.partnerId());
        complete(admin.link(), PASSWORD).exchange().expectStatus().isOk();
        answer(get(ME_PATH, bearer(admin.email())), 200);
    }

    @Test
    void whatWasPreparedCannotBeUsedBeforeTheAccountIsActive() {
        Invited admin = firstAdminInvited();
        KEYCLOAK_ADMIN.create(admin.email(), admin.userId(), admin.partnerId());
        passwordRefused(admin, "short", "en");
        assertThat(KEYCLOAK_ADMIN.user(admin.email()).path("enabled").asBoolean())
                .isFalse();
        assertThat(canLogIn(admin.email(), PASSWORD)).isFalse();
    }

    @Test
    void aLogInThatIsSomebodyElsesIsNotTaken() {
        Invited admin = firstAdminInvited();
        KEYCLOAK_ADMIN.create(admin.email(), UUID.randomUUID().toString(), newPartner());
        problem(complete(admin.link(), PASSWORD), 409, "log-in-taken");
        assertThat(state(admin.userId())).isEqualTo("ADMIN INVITED");
        assertThat(canLogIn(admin.email(), PASSWORD)).isFalse();
    }

    @Test
    void anotherRoleAndARemovalReachTheLogIn() {
        String partnerId = newPartner();
        seeded(partnerId, Role.ADMIN);
        Invited user = registered(partnerId, Role.TECHNICIAN);
        assertThat(roles(bearer(user.email()))).contains("technician");
        assertThat(KEYCLOAK_ADMIN.sessions(user.email())).isPositive();

        commands.sendAndWait(new ChangeRole(user.userId(), partnerId, Role.ADMIN, Instant.now()));
        await().untilAsserted(
                        () -> assertThat(KEYCLOAK_ADMIN.roles(user.email())).containsExactly("partner-admin"));
        await().untilAsserted(
                        () -> assertThat(KEYCLOAK_ADMIN.sessions(user.email())).isZero());
        String token = bearer(user.email());
        assertThat(roles(token)).contains("partner-admin").doesNotContain("technician");
        answer(get(ME_PATH, token), 200);

        commands.sendAndWait(new RemoveUser(user.userId(), partnerId, Instant.now()));
        problem(get(ME_PATH, token), 403, "admin-not-active");
        await().untilAsserted(() -> assertThat(
                        KEYCLOAK_ADMIN.user(user.email()).path("enabled").asBoolean())
                .isFalse());
        await().untilAsserted(
                        () -> assertThat(KEYCLOAK_ADMIN.sessions(user.email())).isZero());
        assertThatThrownBy(() -> bearer(user.email())).isInstanceOf(InfrastructureException.class);
    }

    @Test
    void whatHappensWhileKeycloakIsDownIsCarriedLater() {
        String partnerId = newPartner();
        seeded(partnerId, Role.ADMIN);
        Invited user = registered(partnerId, Role.TECHNICIAN);
        KEYCLOAK.cut();
        commands.sendAndWait(new ChangeRole(user.userId(), partnerId, Role.ADMIN, Instant.now()));
        commands.sendAndWait(new RemoveUser(user.userId(), partnerId, Instant.now()));
        await().untilAsserted(() -> assertThat(deadLettersOf(user.userId())).isGreaterThanOrEqualTo(2));
        assertThat(KEYCLOAK_ADMIN.user(user.email()).path("enabled").asBoolean())
                .isTrue();

        KEYCLOAK.join();
        await().untilAsserted(() -> assertThat(deadLettersOf(user.userId())).isZero());
        assertThat(KEYCLOAK_ADMIN.user(user.email()).path("enabled").asBoolean())
                .isFalse();
    }

    @Test
    void whoWasRemovedCanBeInvitedAgainAndGetsAnotherAccount() {
        Invited before = registered(DemoUser.BALTIC_SERVICE, Role.TECHNICIAN);
        commands.sendAndWait(new RemoveUser(before.userId(), before.partnerId(), Instant.now()));
        JsonNode again = answer(invite(bearer(DemoUser.ALICE), before.email(), "TECHNICIAN"), 201);
        String userId = again.path("userId").asString();
        Invited after = Invited.asTold(kafka.await(USERS, userId, "servicepartner.user.invited.v1"));

        complete(after.link(), PASSWORD).exchange().expectStatus().isOk();
        JsonNode claims = claims(bearer(after.email()));
        assertThat(claims.path("user_id").asString()).isEqualTo(userId);
        assertThat(claims.path("partner_id").asString()).isEqualTo(DemoUser.ALPINE_FITTERS);
        problem(complete(before.link(), PASSWORD), 410, "link-used");
        await().during(Duration.ofSeconds(2))
                .untilAsserted(
                        () -> assertThat(canLogIn(after.email(), PASSWORD)).isTrue());
    }

    private Invited firstAdminInvited() {
        return firstAdminInvited(Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS));
    }

    private Invited firstAdminInvited(Instant expiresAt) {
        return firstAdminInvited(Instant.now().minusSeconds(3600), expiresAt);
    }

    private Invited firstAdminInvited(Instant invitedAt, Instant expiresAt) {
        Invited admin = new Invited(
                UUID.randomUUID().toString(), newPartner(), UUID.randomUUID().toString(), newAddress(), expiresAt);
        commands.sendAndWait(new InviteFirstAdmin(
                admin.userId(),
                admin.partnerId(),
                admin.invitationId(),
                admin.email(),
                "en",
                "City Cars",
                "City Cars North",
                "desk@city-cars.example",
                expiresAt,
                expiresAt,
                invitedAt));
        return admin;
    }

    private String passwordRefused(Invited invited, String password, String language) {
        JsonNode problem = problem(
                client().method(HttpMethod.POST)
                        .uri("/api/public/v1/registration/complete")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("token", invited.link(), "password", password, "language", "en")),
                422,
                "password-refused");
        JsonNode field = problem.path("fields").path(0);
        assertThat(field.path("field").asString()).isEqualTo("password");
        return field.path("message").asString();
    }

    private static boolean canLogIn(String email, String password) {
        try {
            return !Infrastructure.shared().keycloak().token(email, password).isEmpty();
        } catch (InfrastructureException refused) {
            return false;
        }
    }

    private long deadLettersOf(String userId) {
        return jdbc.sql("select count(*) from dead_letter_entry where aggregate_id = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }

    private static List<String> roles(String bearer) {
        return claims(bearer).path("realm_access").path("roles").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode claims(String bearer) {
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]), UTF_8));
    }
}
