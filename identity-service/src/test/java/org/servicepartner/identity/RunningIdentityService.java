package org.servicepartner.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.domain.UserCommand.InviteColleague;
import org.servicepartner.identity.domain.UserCommand.SeedUser;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.KeycloakServer;
import org.servicepartner.platform.security.LinkTokens;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Servers;

import static org.assertj.core.api.Assertions.assertThat;

/** The service on real servers, seen from outside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningIdentityService {
    static final String USERS = "servicepartner.users.v1";
    static final String USERS_PATH = "/api/partner/v1/users";
    static final String ME_PATH = "/api/partner/v1/me";
    static final String PASSWORD = "a long enough Passw0rd";

    private static final String PROBLEM = "urn:service-partner:problem:";
    private static final String LINK_KEY =
            Base64.getEncoder().encodeToString("the key that signs links in tests".getBytes(StandardCharsets.UTF_8));

    static {
        Servers.begin();
    }

    static final LinkTokens LINKS = LinkTokens.of(LINK_KEY);
    static final KeycloakAdmin KEYCLOAK_ADMIN = new KeycloakAdmin();
    static final KeycloakLine KEYCLOAK =
            new KeycloakLine(Infrastructure.shared().keycloak().baseUrl());

    static CloudEventsClient kafka;

    @LocalServerPort
    int port;

    @Autowired
    UserView users;

    @Autowired
    CommandGateway commands;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, "identity");
        registry.add("SEED_FILE", () -> System.getProperty("basedir", ".") + "/../deploy/local/seed.json");
        registry.add("LINK_SIGNING_KEY", () -> LINK_KEY);
        registry.add("KEYCLOAK_CLIENT_SECRET", () -> InfrastructureSettings.IDENTITY_TEST_SECRET);
        registry.add("KEYCLOAK_REALM_URL", () -> KEYCLOAK.url() + "/realms/" + KeycloakServer.REALM);
        registry.add("servicepartner.erasure.patience", () -> "PT1S");
        registry.add("servicepartner.event-store.retry-dead-letters", () -> "PT1S");
    }

    @BeforeAll
    static void connect() {
        kafka = new CloudEventsClient();
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    static String newPartner() {
        return UUID.randomUUID().toString();
    }

    static String newAddress() {
        return "somebody-" + UUID.randomUUID() + "@test.example";
    }

    /** Somebody who is active without having registered, and so cannot log in. */
    String seeded(String partnerId, Role role) {
        String userId = UUID.randomUUID().toString();
        commands.sendAndWait(
                new SeedUser(userId, partnerId, userId + "@test.example", "Test", "User", role, Instant.now()));
        return userId;
    }

    /** Invites somebody as an admin of the partner would. */
    Invited invited(String partnerId, Role role, Instant expiresAt) {
        Invited invited = new Invited(
                UUID.randomUUID().toString(), partnerId, UUID.randomUUID().toString(), newAddress(), expiresAt);
        commands.sendAndWait(new InviteColleague(
                invited.userId(),
                partnerId,
                invited.invitationId(),
                invited.email(),
                "Ida",
                "Invited",
                role,
                "en",
                DemoUser.ALICE.userId().toString(),
                "Alice Alpine",
                "alice@alpine-fitters.example",
                expiresAt,
                Instant.now()));
        return invited;
    }

    Invited invited(String partnerId, Role role) {
        return invited(partnerId, role, Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Somebody who was invited and has registered with {@link #PASSWORD}. */
    Invited registered(String partnerId, Role role) {
        Invited invited = invited(partnerId, role);
        complete(invited.link(), PASSWORD).exchange().expectStatus().isOk();
        return invited;
    }

    RestTestClient.RequestHeadersSpec<?> check(String link) {
        return request(HttpMethod.POST, "/api/public/v1/registration/check", null, Map.of("token", link));
    }

    RestTestClient.RequestHeadersSpec<?> renew(String link) {
        return request(HttpMethod.POST, "/api/public/v1/registration/resend", null, Map.of("token", link));
    }

    RestTestClient.RequestHeadersSpec<?> complete(String link, String password) {
        return request(
                HttpMethod.POST,
                "/api/public/v1/registration/complete",
                null,
                Map.of("token", link, "password", password, "language", "de"));
    }

    RestTestClient.RequestHeadersSpec<?> invite(@Nullable String token, String email, String role) {
        Map<String, Object> body = new HashMap<>(
                Map.of("firstName", " Nina ", "lastName", "Neu", "role", role, "language", "de", "email", email));
        return request(HttpMethod.POST, USERS_PATH, token, body);
    }

    RestTestClient.RequestHeadersSpec<?> rename(@Nullable String token, String firstName, String lastName) {
        return request(HttpMethod.PUT, ME_PATH, token, Map.of("firstName", firstName, "lastName", lastName));
    }

    RestTestClient.RequestHeadersSpec<?> role(String userId, String role, @Nullable String token) {
        return request(HttpMethod.PUT, USERS_PATH + "/" + userId + "/role", token, Map.of("role", role));
    }

    RestTestClient.RequestHeadersSpec<?> remove(String userId, @Nullable String token) {
        return request(HttpMethod.DELETE, USERS_PATH + "/" + userId, token, null);
    }

    RestTestClient.RequestHeadersSpec<?> resend(String userId, @Nullable String token) {
        return request(HttpMethod.POST, USERS_PATH + "/" + userId + "/invitation", token, null);
    }

    RestTestClient.RequestHeadersSpec<?> revoke(String userId, @Nullable String token) {
        return request(HttpMethod.DELETE, USERS_PATH + "/" + userId + "/invitation", token, null);
    }

    RestTestClient.RequestHeadersSpec<?> get(String path, @Nullable String token) {
        return request(HttpMethod.GET, path, token, null);
    }

    RestTestClient.RequestHeadersSpec<?> request(
            HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        RestTestClient.RequestBodySpec request =
                client().method(method).uri(path).header(HttpHeaders.ACCEPT_LANGUAGE, "en");
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, token);
        }
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).body(body);
    }

    RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    static JsonNode answer(RestTestClient.RequestHeadersSpec<?> request, int status) {
        byte[] body = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    static JsonNode problem(RestTestClient.RequestHeadersSpec<?> request, int status, String slug) {
        JsonNode problem = answer(request, status);
        assertThat(problem.path("type").asString()).isEqualTo(PROBLEM + slug);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("advice").asString()).isNotBlank();
        return problem;
    }

    String state(String userId) {
        return users.user(userId).map(user -> user.role() + " " + user.state()).orElse("unknown");
    }

    long storedEventsOf(String userId) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }

    static String bearer(DemoUser user) {
        return "Bearer " + Infrastructure.shared().keycloak().token(user);
    }

    static String bearer(String email) {
        return "Bearer " + Infrastructure.shared().keycloak().token(email, PASSWORD);
    }

    /** Somebody who was invited, and what the e-mail would carry. */
    record Invited(String userId, String partnerId, String invitationId, String email, Instant expiresAt) {
        static Invited asTold(ReceivedEvent event) {
            JsonNode data = JsonMapper.shared().readTree(event.data());
            return new Invited(
                    data.path("userId").asString(),
                    data.path("partnerId").asString(),
                    data.path("invitationId").asString(),
                    data.path("email").asString(),
                    Instant.parse(data.path("expiresAt").asString()));
        }

        String link() {
            return LINKS.sign(invitationId, email, expiresAt);
        }
    }
}
