package org.servicepartner.gateway;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.servicepartner.local.DemoUser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;
import static org.servicepartner.gateway.Caller.json;

/** Everything that the gateway answers is open to everybody or refused to whom nobody knows; a new address says here which. */
class AccessTest {

    /** Asks for a person; an address to try it with. */
    private static final Map<String, String> CLOSED = Map.ofEntries(
            Map.entry("/api/me", "/api/me"),
            Map.entry("/api/me/second-factors", "/api/me/second-factors"),
            Map.entry("/api/smartcontrol/**", "/api/smartcontrol/v1/jobs"),
            Map.entry("/api/telematics/**", "/api/telematics/v1/vehicle-access"),
            Map.entry("/api/support/**", "/api/support/v1/jobs/17"),
            Map.entry("/api/partner/v1/fleet-connections", "/api/partner/v1/fleet-connections"),
            Map.entry("/api/partner/v1/fleet-connections/**", "/api/partner/v1/fleet-connections/17"),
            Map.entry("/api/partner/v1/users", "/api/partner/v1/users"),
            Map.entry("/api/partner/v1/users/**", "/api/partner/v1/users/changes"),
            Map.entry("/api/partner/v1/me", "/api/partner/v1/me"),
            Map.entry("/api/partner/v1/me/**", "/api/partner/v1/me/17"),
            Map.entry("/api/partner/v1/partner", "/api/partner/v1/partner"),
            Map.entry("/api/partner/v1/partner/**", "/api/partner/v1/partner/nda"),
            Map.entry("/api/partner/v1/jobs", "/api/partner/v1/jobs"),
            Map.entry("/api/partner/v1/jobs/**", "/api/partner/v1/jobs/17"));

    private static final Set<String> OPEN = Set.of(
            "/api/public/**",
            "/assets/**",
            "/static/**",
            "/webjars/**",
            "/contracts",
            "/contracts/identity-service/openapi",
            "/contracts/identity-service/**",
            "/contracts/partner-service/openapi",
            "/contracts/partner-service/**",
            "/contracts/fleet-connection-service/openapi",
            "/contracts/fleet-connection-service/**",
            "/contracts/job-service/openapi",
            "/contracts/job-service/**",
            "/contracts/notification-service/openapi",
            "/contracts/notification-service/**",
            "/smartcontrol",
            "/smartcontrol/",
            "/smartcontrol/**",
            "/smartcontrol/account",
            "/smartcontrol/callback",
            "/smartcontrol/jobs/{id}",
            "/smartcontrol/manifest.webmanifest",
            "/smartcontrol/settings.json",
            "/smartcontrol/sync",
            "/",
            "/register",
            "/onboarding",
            "/connections",
            "/users",
            "/jobs",
            "/jobs/{id}",
            "/settings",
            "/support",
            "/error");

    private static Upstream service;
    private static RunningGateway gateway;
    private static Caller caller;

    @BeforeAll
    static void start() {
        service = new Upstream();
        gateway = RunningGateway.inFrontOf(service);
        caller = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void everyAddressIsKnown() {
        Set<String> known = new TreeSet<>(OPEN);
        known.addAll(CLOSED.keySet());

        assertThat(gateway.addresses()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void whoIsKnownGetsAnAnswerEverywhere() {
        String[] alice = bearer(RunningGateway.keycloak().token(DemoUser.ALICE));

        assertThat(CLOSED.values())
                .allSatisfy(address ->
                        assertThat(caller.get(address, alice).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whoIsNotKnownIsRefusedEverywhere(String who, List<String> headers) {
        int before = service.requests();

        for (String address : CLOSED.values()) {
            HttpResponse<String> refused = caller.get(address, headers.toArray(String[]::new));

            assertThat(refused.statusCode()).as(address).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json(refused).get("type").asString()).isEqualTo("urn:service-partner:problem:unauthenticated");
            assertThat(json(refused).get("status").asInt()).isEqualTo(401);
            assertThat(json(refused).get("instance").asString()).isEqualTo(address);
        }
        assertThat(service.requests()).as("what the services have seen of it").isEqualTo(before);
    }

    static List<Object[]> strangers() {
        String good = RunningGateway.keycloak().token(DemoUser.BEA);
        return List.of(
                new Object[] {"nobody", List.of()},
                new Object[] {"somebody with another's cookie", List.of("Cookie", "gateway-session=Z3Vlc3NlZA==")},
                new Object[] {"an expired token", List.of(bearer(expired()))},
                new Object[] {"another's tenant written in", List.of(bearer(tampered(good)))},
                new Object[] {"no signature", List.of(bearer(unsigned(good)))});
    }

    private static String expired() {
        KeycloakAdmin.tokensOfClientLast("local-tools", "-3600");
        try {
            return RunningGateway.keycloak().token(DemoUser.ALICE);
        } finally {
            KeycloakAdmin.tokensOfClientLast("local-tools", "");
        }
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        assertThat(claims).contains(DemoUser.BEA.partnerId().toString());
        parts[1] = encoded(claims.replace(
                DemoUser.BEA.partnerId().toString(), DemoUser.ALICE.partnerId().toString()));
        return String.join(".", parts);
    }

    private static String unsigned(String token) {
        return encoded("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
