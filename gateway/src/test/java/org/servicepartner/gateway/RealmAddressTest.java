package org.servicepartner.gateway;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.servicepartner.local.DemoUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;

/** Inside a cluster the gateway reaches Keycloak at another address than the one browsers use and tokens name. */
class RealmAddressTest {

    private final URI issuer = RunningGateway.keycloak().issuer();
    private final URI elsewhere = URI.create(issuer.toString().replace("127.0.0.1", "localhost"));

    private Upstream service;

    @BeforeEach
    void start() {
        service = new Upstream();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void peopleSignInWhereTheProviderSaysAndTokensNameTheIssuer() {
        try (RunningGateway gateway = RunningGateway.inFrontOf(service, "KEYCLOAK_REALM_URL", elsewhere.toString())) {
            Caller alice = new Caller(gateway);

            assertThat(alice.signIn(DemoUser.ALICE).statusCode()).isEqualTo(200);
            assertThat(alice.get("/api/me").body()).contains(DemoUser.ALICE.email());
            assertThat(alice.get("/api/me/second-factors").statusCode()).isEqualTo(200);
            assertThat(new Caller(gateway)
                            .get("/api/me", bearer(RunningGateway.keycloak().token(DemoUser.TOM)))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotTheOne() {
        try (RunningGateway gateway = RunningGateway.waitingFor(elsewhere, service.url())) {
            Caller anybody = new Caller(gateway);

            assertThat(anybody.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(anybody.get("/oauth2/authorization/keycloak").statusCode())
                    .isEqualTo(503);
        }
    }
}
