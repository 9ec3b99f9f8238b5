package org.servicepartner.gateway;

import java.net.URI;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The technicians' app can be installed and signs people in by itself; the portal's pages keep their stricter rules. */
class SmartControlPagesTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/smartcontrol/",
                "/smartcontrol/?show=open",
                "/smartcontrol/jobs/5d0f6c1e-0000-4000-8000-000000000001",
                "/smartcontrol/sync",
                "/smartcontrol/account",
                "/smartcontrol/callback?code=1&state=2"
            })
    void everyViewOfTheAppIsItsOnePage(String address) {
        HttpResponse<String> page = new Caller(gateway).get(address, "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("ETag")).isPresent();
        assertThat(page.body()).contains("An app for tests");
    }

    @Test
    void withoutTheSlashItLeadsToWhereTheServiceWorkerRules() {
        HttpResponse<String> answer = new Caller(gateway).get("/smartcontrol");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue("/smartcontrol/");
    }

    @ParameterizedTest
    @CsvSource({"/smartcontrol/sw.js, text/javascript", "/smartcontrol/manifest.webmanifest, application/manifest+json"
    })
    void itsFilesAreAskedForEveryTime(String address, String type) {
        HttpResponse<String> file = new Caller(gateway).get(address);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/smartcontrol/", "/smartcontrol/sw.js"})
    void onlyTheAppMayReachTheSignInServiceAndTheCamera(String address) {
        URI issuer = RunningGateway.keycloak().issuer();
        String origin = issuer.getScheme() + "://" + issuer.getAuthority();

        HttpResponse<String> app = new Caller(gateway).get(address);
        HttpResponse<String> portal = new Caller(gateway).get("/");

        assertThat(app.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'self'",
                        "script-src 'self' 'wasm-unsafe-eval';",
                        "connect-src 'self' " + origin + ";",
                        "frame-ancestors 'none'")
                .doesNotContain("'unsafe");
        assertThat(app.headers().firstValue("Permissions-Policy").orElseThrow()).contains("camera=(self)");
        assertThat(portal.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("connect-src 'self';")
                .doesNotContain(origin);
        assertThat(portal.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()");
    }

    @Test
    void theAppLearnsWhereToSignIn() {
        HttpResponse<String> settings = new Caller(gateway).get("/smartcontrol/settings.json");

        assertThat(settings.statusCode()).isEqualTo(200);
        assertThat(settings.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(settings.body())
                .isEqualTo("{\"issuer\":\"%s\",\"clientId\":\"smartcontrol\"}"
                        .formatted(RunningGateway.keycloak().issuer()));
    }

    @Test
    void theAppsPagesGiveNoCookie() {
        assertThat(new Caller(gateway).get("/smartcontrol/").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFoundAndAsksNobodyToSignIn() {
        assertThat(new Caller(gateway).get("/smartcontrol/nowhere.js").statusCode())
                .isEqualTo(404);
        assertThat(new Caller(gateway).get("/smartcontrol/..%2findex.html").statusCode())
                .isGreaterThanOrEqualTo(400);
    }
}
