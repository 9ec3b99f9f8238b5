package org.servicepartner.gateway;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.servicepartner.local.DemoUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;
import static org.servicepartner.gateway.Caller.json;

/** A service that is down, slow or broken becomes a problem that says what to do, never a stack trace. */
class UpstreamFailuresTest {

    private static Upstream service;
    private static RunningGateway gateway;
    private static String[] token;

    @BeforeAll
    static void start() {
        service = new Upstream();
        gateway = RunningGateway.inFrontOf(
                service,
                "PARTNER_SERVICE_URL",
                "http://127.0.0.1:" + RunningGateway.freePort(),
                "IDENTITY_SERVICE_URL",
                "http://nowhere.invalid",
                "gateway.upstream.answer-timeout",
                "1s");
        token = bearer(RunningGateway.keycloak().token(DemoUser.ALICE));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void aServiceThatIsDown() {
        isProblem(get("/api/partner/v1/partner"), 503, "service-unavailable");
    }

    @Test
    void aServiceWhoseNameIsUnknown() {
        isProblem(get("/api/partner/v1/users"), 503, "service-unavailable");
    }

    @Test
    void aServiceThatIsDownDoesNotPublishItsContracts() {
        isProblem(get("/contracts/partner-service/openapi"), 503, "service-unavailable");
    }

    @Test
    void aServiceThatDoesNotAnswerInTime() {
        CountDownLatch answered = new CountDownLatch(1);
        service.on("/api/smartcontrol/v1/jobs", exchange -> {
            try {
                answered.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        isProblem(get("/api/smartcontrol/v1/jobs"), 504, "no-answer-in-time");
        answered.countDown();
    }

    @Test
    void aServiceThatBreaksOff() {
        service.on("/api/smartcontrol/v1/jobs/17", exchange -> exchange.close());

        isProblem(get("/api/smartcontrol/v1/jobs/17"), 502, "broken-answer");
    }

    private static HttpResponse<String> get(String address) {
        return new Caller(gateway).get(address, token);
    }

    private static void isProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(json(response).get("type").asString()).isEqualTo("urn:service-partner:problem:" + slug);
        assertThat(json(response).get("status").asInt()).isEqualTo(status);
        assertThat(json(response).get("detail").asString()).endsWith(".");
        assertThat(json(response).get("advice").asString()).endsWith(".");
        assertThat(response.body()).doesNotContain("Exception");
    }
}
