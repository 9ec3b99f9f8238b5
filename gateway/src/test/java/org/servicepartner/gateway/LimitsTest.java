package org.servicepartner.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servicepartner.local.DemoUser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;
import static org.servicepartner.gateway.Caller.json;

/** One caller can neither send too much at once nor too often, and takes nothing away from another. */
class LimitsTest {

    private static final String JOBS = "/api/smartcontrol/v1/jobs";
    private static final String REGISTRATION = "/api/public/v1/registration/check";
    private static final int LIMIT = 64 * 1024;

    private static Upstream service;
    private static RunningGateway gateway;
    private static Caller caller;

    @BeforeAll
    static void start() {
        service = new Upstream();
        gateway = RunningGateway.inFrontOf(
                service,
                "gateway.limits.requests.per-second",
                "1",
                "gateway.limits.requests.burst",
                "6",
                "gateway.limits.sign-ins.per-second",
                "1",
                "gateway.limits.sign-ins.burst",
                "3",
                "gateway.limits.open-requests.burst",
                "3",
                "server.tomcat.connection-timeout",
                "1s",
                "server.forward-headers-strategy",
                "native");
        caller = new Caller(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void aBodyUpToTheLimitPasses() {
        String token = RunningGateway.keycloak().token(DemoUser.BEA);

        HttpResponse<String> response = caller.post(JOBS, "x".repeat(LIMIT), bearer(token));
        HttpResponse<String> chunked =
                caller.send(caller.request(JOBS, bearer(token)).POST(chunks(LIMIT)));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(chunked.statusCode()).isEqualTo(200);
        assertThat(service.last().body()).hasSize(LIMIT);
    }

    @Test
    void aLargerBodyIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
        String token = RunningGateway.keycloak().token(DemoUser.BEA);
        int before = service.requests();

        HttpResponse<String> announced = caller.post(JOBS, "x".repeat(LIMIT + 1), bearer(token));
        HttpResponse<String> chunked =
                caller.send(caller.request(JOBS, bearer(token)).POST(chunks(1024 * 1024)));

        for (HttpResponse<String> refused : List.of(announced, chunked)) {
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(json(refused).get("type").asString()).isEqualTo("urn:service-partner:problem:request-too-large");
        }
        assertThat(service.requests()).isEqualTo(before);
    }

    @Test
    void tooManyRequestsOfOnePersonAreRefusedAndAnotherPersonIsNot() {
        String tom = RunningGateway.keycloak().token(DemoUser.TOM);
        String ben = RunningGateway.keycloak().token(DemoUser.BEN);

        HttpResponse<String> refused = firstRefused(() -> caller.get(JOBS, bearer(tom)));

        isTooMany(refused);
        assertThat(caller.get(JOBS, bearer(ben)).statusCode()).isEqualTo(200);
        assertThat(caller.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void guessingTokensIsLimitedByAddress() {
        isTooMany(firstRefused(() -> caller.get(JOBS, bearer("guess"))));
    }

    @Test
    void startingSignInsIsLimitedByAddress() {
        isTooMany(firstRefused(() -> new Caller(gateway).get("/oauth2/authorization/keycloak")));
    }

    @Test
    void whoIsNotKnownIsLimitedByAddressEvenWithAToken() {
        String bea = RunningGateway.keycloak().token(DemoUser.BEA);

        HttpResponse<String> refused = firstRefused(() ->
                caller.post(REGISTRATION, "{}", "Authorization", "Bearer " + bea, "X-Forwarded-For", "203.0.113.9"));

        assertThat(refused.headers().firstValue("Retry-After"))
                .as("ten a minute")
                .hasValue("6");
        assertThat(json(refused).get("type").asString()).isEqualTo("urn:service-partner:problem:too-many-requests");
        assertThat(caller.post(REGISTRATION, "{}", "X-Forwarded-For", "203.0.113.10")
                        .statusCode())
                .as("somebody elsewhere")
                .isEqualTo(200);
        assertThat(caller.get(JOBS, bearer(bea)).statusCode())
                .as("the same person, known")
                .isEqualTo(200);
    }

    @Test
    void whoIsNotKnownCannotSendMoreThanOthers() {
        HttpResponse<String> refused =
                caller.post(REGISTRATION, "x".repeat(LIMIT + 1), "X-Forwarded-For", "203.0.113.11");

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HTTP/1.1\r\nHost: a\r\n",
                "POST /api/public/v1/registration/check HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{"
            })
    void whoDoesNotGoOnSendingIsNotWaitedFor(String beginning) throws IOException {
        URI address = URI.create(gateway.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(beginning.getBytes(US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(answer).as("closed, with an error at most").doesNotContain(" 200 ");
        }
    }

    private static HttpResponse<String> firstRefused(Supplier<HttpResponse<String>> request) {
        return Stream.generate(request)
                .limit(50)
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static void isTooMany(HttpResponse<String> response) {
        assertThat(json(response).get("type").asString()).isEqualTo("urn:service-partner:problem:too-many-requests");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    private static BodyPublisher chunks(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
    }
}
