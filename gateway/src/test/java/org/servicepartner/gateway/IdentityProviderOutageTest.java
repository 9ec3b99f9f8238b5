package org.servicepartner.gateway;

import java.net.URI;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;
import static org.servicepartner.gateway.Caller.json;

/** The gateway starts before Keycloak does, says so, and works as soon as Keycloak answers. */
class IdentityProviderOutageTest {

    @Test
    void theGatewayWaitsForKeycloak() {
        int port = RunningGateway.freePort();
        URI issuer = URI.create("http://127.0.0.1:" + port + "/realms/service-partner");
        String token = RunningGateway.keycloak().token(DemoUser.TOM);
        try (Upstream service = new Upstream();
                RunningGateway gateway = RunningGateway.waitingFor(issuer, service.url())) {
            Caller caller = new Caller(gateway);

            assertThat(caller.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(caller.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(caller.get("/").statusCode()).isEqualTo(200);
            assertThat(caller.get("/api/me").statusCode()).isEqualTo(401);
            isOutage(caller.get("/api/smartcontrol/v1/jobs", bearer(token)));
            isOutage(caller.get("/oauth2/authorization/keycloak"));
            HttpResponse<String> page = caller.get("/oauth2/authorization/keycloak", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
            assertThat(page.body()).contains("try again in a few seconds");

            try (Infrastructure late = Infrastructure.with(RunningGateway.settings(port))) {
                String valid = late.keycloak().token(DemoUser.TOM);

                assertThat(caller.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
                assertThat(caller.get("/api/smartcontrol/v1/jobs", bearer(valid))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(caller.get("/api/smartcontrol/v1/jobs", bearer(token))
                                .statusCode())
                        .as("the token of another Keycloak")
                        .isEqualTo(401);
                assertThat(caller.get("/oauth2/authorization/keycloak").statusCode())
                        .isEqualTo(302);
            }
        }
    }

    private static void isOutage(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(json(response).get("type").asString()).isEqualTo("urn:service-partner:problem:sign-in-unavailable");
    }
}
