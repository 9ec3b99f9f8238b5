package org.servicepartner.gateway;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;
import static org.servicepartner.gateway.Caller.json;

/** A person signs in at the real Keycloak; the browser holds a cookie, and the token stays on the server. */
class SessionTest {

    private static final String SIGN_IN = "/oauth2/authorization/keycloak";

    private static Upstream service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        service = new Upstream();
        gateway = RunningGateway.inFrontOf(service);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void aPageAsksToSignInWithPkceAndComesBackToWhereThePersonWanted() {
        Caller alice = new Caller(gateway);

        HttpResponse<String> wanted = alice.get("/some/page", "Accept", "text/html");
        HttpResponse<String> start = alice.get("/oauth2/authorization/keycloak");
        HttpResponse<String> end = alice.signIn(DemoUser.ALICE);

        assertThat(wanted.statusCode()).isEqualTo(302);
        assertThat(wanted.headers().firstValue("Location").orElseThrow()).endsWith("/oauth2/authorization/keycloak");
        assertThat(start.headers().firstValue("Location").orElseThrow())
                .contains("code_challenge_method=S256", "response_type=code", "client_id=gateway");
        assertThat(end.uri().getPath()).isEqualTo("/some/page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs/17?tab=timeline", "/connections", "/"})
    void aPersonComesBackToThePageTheySignedInFrom(String address) {
        HttpResponse<String> end =
                new Caller(gateway).signIn(DemoUser.ALICE, SIGN_IN + "?returnTo=" + encoded(address));

        assertThat(end.statusCode()).isEqualTo(200);
        assertThat(end.uri()).isEqualTo(URI.create(gateway.url() + address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "///elsewhere.example/",
                "/\\elsewhere.example/",
                "/\t/elsewhere.example/",
                "/\r\n//elsewhere.example",
                "\\\\elsewhere.example",
                "/..//elsewhere.example",
                "javascript:alert(1)",
                "elsewhere.example",
                "@elsewhere.example",
                ""
            })
    void nobodyIsLedToAnotherHost(String address) {
        HttpResponse<String> end =
                new Caller(gateway).signIn(DemoUser.ALICE, SIGN_IN + "?returnTo=" + encoded(address));

        assertThat(end.uri()).isEqualTo(URI.create(gateway.url() + "/"));
    }

    @Test
    void aSignInSpeaksThePagesLanguageAndMaySetUpASecondFactor() {
        String start = location(SIGN_IN + "?ui_locales=de&kc_action=CONFIGURE_TOTP");

        assertThat(start).contains("ui_locales=de", "kc_action=CONFIGURE_TOTP", "code_challenge=");
    }

    @Test
    void aSignInMayRemoveASecondFactor() {
        String removal = "kc_action=delete_credential:5d0f6c1e-0000-4000-8000-000000000001";

        assertThat(location(SIGN_IN + "?" + removal)).contains(removal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kc_action=delete_credential:",
                "kc_action=delete_account",
                "kc_action=UPDATE_PASSWORD",
                "ui_locales=%3Cscript%3E",
                "prompt=none",
                "kc_idp_hint=x",
                "redirect_uri=https%3A%2F%2Felsewhere.example"
            })
    void nothingElseIsPassedOnToKeycloak(String wish) {
        assertThat(location(SIGN_IN + "?" + wish)).doesNotContain(wish, "elsewhere");
    }

    @Test
    void afterSignInTheSessionStandsForTheToken() {
        Caller alice = new Caller(gateway);

        HttpResponse<String> page = alice.signIn(DemoUser.ALICE);
        HttpResponse<String> me = alice.get("/api/me");
        HttpResponse<String> connections = alice.get("/api/partner/v1/fleet-connections");

        assertThat(page.uri().getPath()).isEqualTo("/");
        assertThat(json(me).get("name").asString()).startsWith("Alice");
        assertThat(json(me).get("roles").toString()).isEqualTo("[\"partner-admin\"]");
        assertThat(json(me).get("partnerId").asString())
                .isEqualTo(DemoUser.ALICE.partnerId().toString());
        assertThat(me.body()).doesNotContain("eyJ");
        assertThat(connections.statusCode()).isEqualTo(200);
        assertThat(service.last().headers().getFirst("Authorization")).startsWith("Bearer eyJ");
        assertThat(service.last().headers().getFirst("Cookie")).isNull();
    }

    @Test
    void theSupportTeamHasItsRoleAndNoPartner() {
        String token = RunningGateway.keycloak().token(KeycloakServer.SUPPORT_USER, KeycloakServer.DEMO_PASSWORD);

        HttpResponse<String> me = new Caller(gateway).get("/api/me", bearer(token));

        assertThat(json(me).get("roles").toString()).isEqualTo("[\"support\"]");
        assertThat(json(me).get("partnerId").isNull()).isTrue();
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
        HttpResponse<String> start = new Caller(gateway).get("/oauth2/authorization/keycloak");

        assertThat(start.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gateway-session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void aSessionGetsANewNameAtSignIn() {
        Caller alice = new Caller(gateway);
        alice.get("/oauth2/authorization/keycloak");
        String before = alice.cookie("gateway-session").getValue();

        alice.signIn(DemoUser.ALICE);

        assertThat(alice.cookie("gateway-session").getValue()).isNotEqualTo(before);
    }

    @Test
    void aChangeNeedsTheCsrfToken() {
        Caller alice = new Caller(gateway);
        alice.signIn(DemoUser.ALICE);
        alice.get("/api/me");
        String accept = "/api/partner/v1/fleet-connections/17/accept";
        int before = service.requests();

        HttpResponse<String> without = alice.post(accept, "");
        HttpResponse<String> wrong = alice.post(accept, "", "X-XSRF-TOKEN", "guessed");

        for (HttpResponse<String> refused : List.of(without, wrong)) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(json(refused).get("type").asString())
                    .isEqualTo("urn:service-partner:problem:csrf-token-missing");
        }
        assertThat(service.requests()).isEqualTo(before);
        assertThat(alice.post(accept, "", "X-XSRF-TOKEN", alice.csrfToken()).statusCode())
                .isEqualTo(200);
        assertThat(service.last().method()).isEqualTo("POST");
        assertThat(alice.delete("/api/partner/v1/fleet-connections/17", "X-XSRF-TOKEN", alice.csrfToken())
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.last().method()).isEqualTo("DELETE");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtKeycloak() {
        Caller alice = new Caller(gateway);
        alice.signIn(DemoUser.ALICE);
        alice.get("/api/me");

        HttpResponse<String> left = alice.post("/logout", "", "X-XSRF-TOKEN", alice.csrfToken());
        URI leave = URI.create(left.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> page = alice.follow(alice.send(HttpRequest.newBuilder(leave)));

        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(leave.toString())
                .startsWith(RunningGateway.keycloak().issuer().toString());
        assertThat(page.uri()).isEqualTo(URI.create(gateway.url() + "/"));
        assertThat(alice.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(alice.follow(alice.get("/oauth2/authorization/keycloak"))
                        .uri()
                        .getPath())
                .as("Keycloak asks for the password again")
                .startsWith("/realms/service-partner/");
    }

    @Test
    void aSignOutElsewhereEndsTheSessionThroughTheBackChannel() {
        Caller alice = new Caller(gateway);
        alice.signIn(DemoUser.ALICE);
        assertThat(alice.get("/api/me").statusCode()).isEqualTo(200);

        alice.signOutAtKeycloak();

        assertThat(alice.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whoGuessesAPasswordIsLockedOutEvenWithTheRightOneAndNobodyElseIs() {
        Person paula = Person.registered(new Caller(gateway));

        for (int guess = 0; guess < 10; guess++) {
            new Caller(gateway).signIn(paula.email(), "guess " + guess, SIGN_IN);
        }

        assertThat(new Caller(gateway)
                        .signIn(paula.email(), paula.password(), SIGN_IN)
                        .uri()
                        .getPath())
                .as("still at Keycloak")
                .startsWith("/realms/service-partner/");
        assertThat(new Caller(gateway).signIn(DemoUser.ALICE).uri().getPath()).isEqualTo("/");
    }

    private static String location(String address) {
        return new Caller(gateway).get(address).headers().firstValue("Location").orElseThrow();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
