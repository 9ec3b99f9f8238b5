package org.servicepartner.identity;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.domain.UserCommand.SeedUser;
import org.servicepartner.identity.seed.Seed;
import org.servicepartner.identity.view.UserEntry;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.testing.ApprovedFiles;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Servers;

import static org.assertj.core.api.Assertions.assertThat;

/** The service on real servers, seen from outside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdentityServiceTest {
    private static final String USERS = "servicepartner.users.v1";
    private static final String PROBLEM = "urn:service-partner:problem:";

    private static CloudEventsClient kafka;

    @LocalServerPort
    int port;

    @Autowired
    UserView users;

    @Autowired
    CommandGateway commands;

    @Autowired
    Projections projections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Seed seed;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, "identity");
        registry.add("KEYCLOAK_CLIENT_SECRET", () -> InfrastructureSettings.IDENTITY_TEST_SECRET);
        registry.add("LINK_SIGNING_KEY", () -> Base64.getEncoder().encodeToString(new byte[32]));
        registry.add("SEED_FILE", () -> System.getProperty("basedir", ".") + "/../deploy/local/seed.json");
    }

    @BeforeAll
    static void connect() {
        kafka = new CloudEventsClient();
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    @Test
    void anAdminSeesTheUsersOfTheOwnPartnerOnly() {
        client().get()
                .uri("/api/partner/v1/users")
                .header("Authorization", bearer(DemoUser.ALICE))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.users[?(@.email == 'alice@alpine-fitters.example')].role")
                .isEqualTo("ADMIN")
                .jsonPath("$.users[?(@.email == 'tom@alpine-fitters.example')].state")
                .isEqualTo("ACTIVE")
                .jsonPath("$.users[?(@.email =~ /.*baltic.*/)]")
                .isEmpty();
    }

    @Test
    void technicianAndStrangerAreRefusedEverywhere() {
        String tom = bearer(DemoUser.TOM);
        String alice = DemoUser.ALICE.userId().toString();
        problem(client().get().uri("/api/partner/v1/users").header("Authorization", tom), 403, "not-an-admin");
        problem(role(alice, "TECHNICIAN", tom), 403, "not-an-admin");
        problem(
                client().delete().uri("/api/partner/v1/users/" + alice).header("Authorization", tom),
                403,
                "not-an-admin");
        problem(client().get().uri("/api/partner/v1/users"), 401, "unauthenticated");
        problem(client().delete().uri("/api/partner/v1/users/" + alice), 401, "unauthenticated");
        assertThat(state(DemoUser.ALPINE_FITTERS, alice)).isEqualTo("ADMIN ACTIVE");
    }

    @Test
    void anotherPartnersUserDoesNotExist() {
        String alice = bearer(DemoUser.ALICE);
        String ben = DemoUser.BEN.userId().toString();
        problem(role(ben, "ADMIN", alice), 404, "user-not-found");
        problem(
                client().delete().uri("/api/partner/v1/users/" + ben).header("Authorization", alice),
                404,
                "user-not-found");
        problem(
                client().delete()
                        .uri("/api/partner/v1/users/" + UUID.randomUUID())
                        .header("Authorization", alice),
                404,
                "user-not-found");
        assertThat(state(DemoUser.BALTIC_SERVICE, ben)).isEqualTo("TECHNICIAN ACTIVE");
    }

    @Test
    void aTechnicianBecomesAnAdminAndIsRemovedAndOthersLearnOfIt() {
        String user = activate(DemoUser.ALPINE_FITTERS, Role.TECHNICIAN);
        String alice = bearer(DemoUser.ALICE);

        role(user, "ADMIN", alice).exchange().expectStatus().isNoContent();
        ReceivedEvent changed = kafka.await(USERS, user, "servicepartner.user.role-changed.v1");
        assertThat(changed.data()).contains("\"role\":\"ADMIN\"", DemoUser.ALPINE_FITTERS);
        assertThat(changed.headers()).containsEntry("ce_sequence", "1").containsKey("ce_correlationid");

        remove(user, alice).exchange().expectStatus().isNoContent();
        remove(user, alice).exchange().expectStatus().isNoContent();
        assertThat(kafka.await(USERS, user, "servicepartner.user.removed.v1").headers())
                .containsEntry("ce_sequence", "2");
        assertThat(state(DemoUser.ALPINE_FITTERS, user)).isEqualTo("ADMIN REMOVED");
        problem(role(user, "TECHNICIAN", alice), 409, "user-removed");
        assertThat(jdbc.sql(
                                "select distinct metadata ->> 'actor' from domain_event where aggregate_id = ? and sequence_number > 0")
                        .param(user)
                        .query(String.class)
                        .list())
                .containsExactly("user:" + DemoUser.ALICE.userId());
    }

    @Test
    void theLastAdminCanBeNeitherDemotedNorRemoved() {
        String bea = DemoUser.BEA.userId().toString();
        problem(role(bea, "TECHNICIAN", bearer(DemoUser.BEA)), 409, "last-admin");
        problem(remove(bea, bearer(DemoUser.BEA)), 409, "last-admin");
        assertThat(state(DemoUser.BALTIC_SERVICE, bea)).isEqualTo("ADMIN ACTIVE");
    }

    @Test
    void twoAdminsWhoDemoteEachOtherAtTheSameMomentLeaveOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            String partnerId = UUID.randomUUID().toString();
            List<String> admins = List.of(activate(partnerId, Role.ADMIN), activate(partnerId, Role.ADMIN));
            Callable<Object> demote =
                    () -> attempt(new ChangeRole(admins.get(0), partnerId, Role.TECHNICIAN, Instant.now()));
            Callable<Object> remove = () -> attempt(new RemoveUser(admins.get(1), partnerId, Instant.now()));
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Object> done : both.invokeAll(List.of(demote, remove))) {
                    done.get();
                }
            }
            assertThat(users.usersOf(partnerId).stream()
                            .filter(user ->
                                    user.role().equals("ADMIN") && user.state().equals("ACTIVE")))
                    .as("active admins after round %d", round)
                    .hasSize(1);
        }
    }

    @Test
    void aTokenThatStillSaysAdminDoesNotHelpWhoIsNoneAnyMore() {
        String other = activate(DemoUser.BALTIC_SERVICE, Role.ADMIN);
        String bea = DemoUser.BEA.userId().toString();
        String token = bearer(DemoUser.BEA);
        role(bea, "TECHNICIAN", token).exchange().expectStatus().isNoContent();
        problem(remove(other, token), 403, "not-an-admin");
        problem(client().get().uri("/api/partner/v1/users").header("Authorization", token), 403, "not-an-admin");

        commands.sendAndWait(new ChangeRole(bea, DemoUser.BALTIC_SERVICE, Role.ADMIN, Instant.now()));
        remove(other, token).exchange().expectStatus().isNoContent();
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        String alice = bearer(DemoUser.ALICE);
        String tom = DemoUser.TOM.userId().toString();
        role(tom, "OWNER", alice).exchange().expectStatus().isBadRequest();
        problem(
                client().put()
                        .uri("/api/partner/v1/users/" + tom + "/role")
                        .header("Authorization", alice)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of()),
                400,
                "invalid-request");
        remove("not-an-id", alice).exchange().expectStatus().isBadRequest();
        assertThat(state(DemoUser.ALPINE_FITTERS, tom)).isEqualTo("TECHNICIAN ACTIVE");
    }

    @Test
    void theSeededUsersArePublishedAndSeedingAgainChangesNothing() {
        ReceivedEvent tom = kafka.await(USERS, DemoUser.TOM.userId().toString(), "servicepartner.user.activated.v1");
        assertThat(tom.data()).contains("\"role\":\"TECHNICIAN\"", DemoUser.ALPINE_FITTERS, "Tauern");
        seed.run(new DefaultApplicationArguments());
        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(DemoUser.TOM.userId().toString())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theReadModelCanBeMadeAnew() {
        List<UserEntry> before = users.usersOf(DemoUser.ALPINE_FITTERS);
        jdbc.sql("update user_view set role = 'ADMIN'").update();
        projections.rebuild("user-view");
        assertThat(users.usersOf(DemoUser.ALPINE_FITTERS)).isEqualTo(before);
    }

    @Test
    void theApiIsAsApproved() {
        String openApi = client().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        new ApprovedFiles().verifyJson("openapi.json", openApi);
    }

    private String activate(String partnerId, Role role) {
        String userId = UUID.randomUUID().toString();
        commands.sendAndWait(
                new SeedUser(userId, partnerId, userId + "@test.example", "Test", "User", role, Instant.now()));
        return userId;
    }

    private Object attempt(Object command) {
        try {
            return String.valueOf(commands.<Object>sendAndWait(command));
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    private String state(String partnerId, String userId) {
        return users.usersOf(partnerId).stream()
                .filter(user -> user.userId().equals(userId))
                .map(user -> user.role() + " " + user.state())
                .findFirst()
                .orElse("unknown");
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private RestTestClient.RequestHeadersSpec<?> role(String userId, String role, String token) {
        return client().put()
                .uri("/api/partner/v1/users/" + userId + "/role")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("role", role));
    }

    private RestTestClient.RequestHeadersSpec<?> remove(String userId, String token) {
        return client().delete().uri("/api/partner/v1/users/" + userId).header("Authorization", token);
    }

    private static void problem(RestTestClient.RequestHeadersSpec<?> request, int status, String slug) {
        request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(PROBLEM + slug)
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.advice")
                .isNotEmpty();
    }

    private static String bearer(DemoUser user) {
        return "Bearer " + Infrastructure.shared().keycloak().token(user);
    }
}
