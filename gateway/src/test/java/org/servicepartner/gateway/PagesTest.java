package org.servicepartner.gateway;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;

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

    private static final String LIST = "/api/smartcontrol/v1/jobs";

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
        HttpResponse<String> page = new Caller(gateway).get("/contracts", "Accept-Language", accepted);

        assertThat(page.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(page.body()).contains("<html lang=\"" + language + "\">");
        assertThat(String.join(",", page.headers().allValues("Vary"))).containsIgnoringCase("Accept-Language");
    }

    @Test
    void theReadersChoiceIsRemembered() {
        Caller reader = new Caller(gateway);

        reader.get("/contracts?lang=de", "Accept-Language", "en");

        assertThat(reader.get("/contracts", "Accept-Language", "en").body()).contains("<html lang=\"de\">");
        assertThat(reader.get("/contracts?lang=%00%3Cscript%3E").body()).contains("<html lang=\"de\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/register",
                "/onboarding",
                "/connections",
                "/users",
                "/jobs",
                "/jobs/5d0f6c1e-0000-4000-8000-000000000001",
                "/settings",
                "/support",
                "/?sign-in=failed"
            })
    void everyViewOfThePortalIsItsOnePage(String address) {
        HttpResponse<String> page = new Caller(gateway).get(address, "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.body()).contains("A portal for tests");
    }

    @Test
    void aBrowserAsksEveryTimeButGetsThePortalAgainOnlyWhenItHasChanged() {
        Caller reader = new Caller(gateway);
        String version = reader.get("/jobs").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = reader.get("/users", "If-None-Match", version);
        HttpResponse<String> changed = reader.get("/users", "If-None-Match", "\"another\"");

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void theFilesOfThePortalAreKeptForAYearAndThoseThatAreNotThereAreNot() {
        HttpResponse<String> file = new Caller(gateway).get("/assets/portal-b3f1c9a2.js");
        HttpResponse<String> none = new Caller(gateway).get("/assets/portal-00000000.js");
        HttpResponse<String> outside = new Caller(gateway).get("/assets/..%2findex.html");

        assertThat(file.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(String.join(",", none.headers().allValues("Cache-Control"))).doesNotContain("immutable");
        assertThat(outside.statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void largeAnswersAreCompressedForThoseWhoUnderstandIt() throws Exception {
        String jobs = "{\"jobs\":[" + "{\"vehicleModel\":\"e-Golf\"},".repeat(200) + "{}]}";
        service.on(LIST, exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/\"17\"");
            Upstream.answer(exchange, 200, "application/json", jobs);
        });
        String[] token = bearer(RunningGateway.keycloak().token(DemoUser.TOM));

        HttpResponse<InputStream> compressed =
                new Caller(gateway).open(LIST, token[0], token[1], "Accept-Encoding", "gzip");
        HttpResponse<String> plain = new Caller(gateway).get(LIST, token);

        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("ETag")).hasValue("W/\"17\"");
        assertThat(String.join(",", compressed.headers().allValues("Vary"))).containsIgnoringCase("Accept-Encoding");
        byte[] body = compressed.body().readAllBytes();
        assertThat(body.length).isLessThan(jobs.length() / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(body))).hasContent(jobs);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).isEqualTo(jobs);
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

    @Test
    void refusalsAreCountedByTheirProblem() {
        double before = refusals("unauthenticated");

        assertThat(new Caller(gateway).get("/api/partner/v1/me").statusCode()).isEqualTo(401);

        assertThat(refusals("unauthenticated")).isEqualTo(before + 1);
    }

    private double refusals(String type) {
        return new Caller(gateway)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("servicepartner_problems_total{type=\"" + type + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
