package org.servicepartner.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

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

/** A caller with a token of its own needs neither session nor CSRF token; a bad token is refused at the door. */
class TokenTest {

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
    void aTokenPassesThroughAndLeavesNoSession() {
        String token = RunningGateway.keycloak().token(DemoUser.TOM);

        HttpResponse<String> response = caller.post("/api/smartcontrol/v1/jobs/17/start", "", bearer(token));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(service.last().headers().getFirst("Authorization")).isEqualTo("Bearer " + token);
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void meIsThePersonOfTheToken() {
        HttpResponse<String> response =
                caller.get("/api/me", bearer(RunningGateway.keycloak().token(DemoUser.ALICE)));

        assertThat(json(response).get("email").asString()).isEqualTo(DemoUser.ALICE.email());
        assertThat(json(response).get("partnerId").asString())
                .isEqualTo(DemoUser.ALICE.partnerId().toString());
        assertThat(json(response).get("userId").asString())
                .isEqualTo(DemoUser.ALICE.userId().toString());
        assertThat(json(response).get("roles").toString()).isEqualTo("[\"partner-admin\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl"
            })
    void aTokenThatIsNoneIsRefused(String token) {
        refused(caller.get("/api/smartcontrol/v1/jobs", bearer(token)));
    }

    @Test
    void aTokenWithAnotherSignatureIsRefused() {
        String token = RunningGateway.keycloak().token(DemoUser.ALICE);
        String forged = token.substring(0, token.lastIndexOf('.') + 1)
                + RunningGateway.keycloak().token(DemoUser.TOM).split("\\.")[2];

        refused(caller.get("/api/partner/v1/users", bearer(forged)));
    }

    @Test
    void aTokenMeantForSomebodyElseIsRefused() {
        HttpResponse<String> answer = askForTokens("grant_type=password&client_id=admin-cli&username="
                + DemoUser.ALICE.email() + "&password=" + KeycloakServer.DEMO_PASSWORD);

        refused(caller.get("/api/me", bearer(json(answer).get("access_token").asString())));
    }

    /** On a bad line the answer to a refresh gets lost; that must not cost a technician the sign-in. */
    @Test
    void aRefreshWhoseAnswerWasLostMayBeRepeatedOnce() {
        HttpResponse<String> signIn =
                askForTokens("grant_type=password&client_id=local-tools&scope=offline_access&username="
                        + DemoUser.TOM.email() + "&password=" + KeycloakServer.DEMO_PASSWORD);

        assertThat(refresh(signIn).statusCode()).isEqualTo(200);
        assertThat(refresh(signIn).statusCode()).isEqualTo(200);
        assertThat(refresh(signIn).statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> refresh(HttpResponse<String> before) {
        return askForTokens("grant_type=refresh_token&client_id=local-tools&refresh_token="
                + json(before).get("refresh_token").asString());
    }

    private static HttpResponse<String> askForTokens(String form) {
        return caller.send(HttpRequest.newBuilder(
                        URI.create(RunningGateway.keycloak().issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void withoutTokenOrSessionTheApiAnswersAProblemAndKeepsNoSession() {
        HttpResponse<String> response = caller.get("/api/partner/v1/users", "Accept", "text/html");

        refused(response);
        assertThat(response.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("gateway-session"));
    }

    private static void refused(HttpResponse<String> response) {
        int before = service.requests();
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(json(response).get("type").asString()).isEqualTo("urn:service-partner:problem:unauthenticated");
        assertThat(json(response).get("advice").asString()).isNotBlank();
        assertThat(service.requests()).isEqualTo(before);
    }
}
