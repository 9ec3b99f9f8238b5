package org.servicepartner.gateway;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servicepartner.local.DemoUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;

/** The pages speak the reader's language and give a browser nothing it could be tricked with. */
class PagesTest {

    private static Upstream service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        service = new Upstream();
        gateway = RunningGateway.inFrontOf(service, "server.forward-headers-strategy", "native");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"de-AT,de;q=0.9,en;q=0.8|de", "fr,de;q=0.5|de", "en-GB|en", "ja|en", "*|en"})
    void theBrowserSaysWhichLanguageItsReaderPrefers(String accepted, String language) {
        HttpResponse<String> page = new Caller(gateway).get("/", "Accept-Language", accepted);

        assertThat(page.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(page.body()).contains("<html lang=\"" + language + "\">");
        assertThat(String.join(",", page.headers().allValues("Vary"))).contains("Accept-Language");
    }

    @Test
    void theReadersChoiceIsRemembered() {
        Caller reader = new Caller(gateway);

        reader.get("/?lang=de", "Accept-Language", "en");

        assertThat(reader.get("/contracts", "Accept-Language", "en").body()).contains("<html lang=\"de\">");
        assertThat(reader.get("/?lang=%00%3Cscript%3E").body()).contains("<html lang=\"de\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/contracts",
                "/assets/landing.js",
                "/assets/contracts.js",
                "/assets/gateway.css",
                "/webjars/swagger-ui/swagger-ui-bundle.js",
                "/webjars/js-yaml/dist/js-yaml.mjs"
            })
    void everythingAPageNeedsIsPublicAndHardened(String address) {
        HttpResponse<String> response = new Caller(gateway).get(address);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void behindATrustedProxyWithHttpsTheBrowserIsToldToStayThere() {
        HttpResponse<String> response = new Caller(gateway)
                .get("/oauth2/authorization/keycloak", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9");

        assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(response.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gateway-session="))
                .singleElement()
                .asString()
                .contains("Secure");
        new Caller(gateway)
                .get(
                        "/api/smartcontrol/v1/jobs",
                        "Authorization",
                        bearer(RunningGateway.keycloak().token(DemoUser.TOM))[1],
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Forwarded-Proto",
                        "https");
        assertThat(service.last().headers().get("X-Forwarded-For")).containsExactly("203.0.113.9");
        assertThat(service.last().headers().get("X-Forwarded-Proto")).containsExactly("https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator", "/portal"})
    void whatIsNotPublicAsksToSignIn(String address) {
        assertThat(new Caller(gateway).get(address).statusCode()).isEqualTo(302);
    }

    @Test
    void aMissingPageSaysSoInBothLanguages() {
        String token = RunningGateway.keycloak().token(DemoUser.ALICE);

        HttpResponse<String> page =
                new Caller(gateway).get("/nowhere", "Authorization", bearer(token)[1], "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address", "Nicht gefunden");
    }

    @Test
    void metricsNameTheRoutes() {
        new Caller(gateway).get("/contracts/job-service/asyncapi.yaml");

        assertThat(new Caller(gateway).get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds", "http_client_requests_seconds");
    }
}
