package org.servicepartner.gateway;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servicepartner.local.DemoUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;
import static org.servicepartner.gateway.Caller.json;

/** Each address reaches its service, with what the service needs and without what is none of its business. */
class RoutesTest {

    private static final Map<String, Upstream> services = Map.of(
            "identity", new Upstream(),
            "partner", new Upstream(),
            "fleet-connection", new Upstream(),
            "job", new Upstream(),
            "notification", new Upstream());

    private static RunningGateway gateway;
    private static Caller caller;
    private static String[] token;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.inFrontOf(
                services.get("job"),
                "IDENTITY_SERVICE_URL",
                services.get("identity").url(),
                "PARTNER_SERVICE_URL",
                services.get("partner").url(),
                "FLEET_CONNECTION_SERVICE_URL",
                services.get("fleet-connection").url(),
                "NOTIFICATION_SERVICE_URL",
                services.get("notification").url());
        caller = new Caller(gateway);
        token = bearer(RunningGateway.keycloak().token(DemoUser.ALICE));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        services.values().forEach(Upstream::close);
    }

    @ParameterizedTest
    @CsvSource({
        "job,              /api/smartcontrol/v1/jobs?status=ASSIGNED&limit=2&cursor=a%2Fb%3D,  /api/smartcontrol/v1/jobs?status=ASSIGNED&limit=2&cursor=a%2Fb%3D",
        "job,              /api/smartcontrol/v1/jobs/17/start,             /api/smartcontrol/v1/jobs/17/start",
        "fleet-connection, /api/partner/v1/fleet-connections?state=PENDING, /api/partner/v1/fleet-connections?state=PENDING",
        "fleet-connection, /api/partner/v1/fleet-connections/17/accept,    /api/partner/v1/fleet-connections/17/accept",
        "identity,         /api/partner/v1/users,                          /api/partner/v1/users",
        "identity,         /api/partner/v1/users/changes,                  /api/partner/v1/users/changes",
        "identity,         /api/partner/v1/me,                             /api/partner/v1/me",
        "partner,          /api/partner/v1/partner,                        /api/partner/v1/partner",
        "job,              /api/partner/v1/jobs?status=RUNNING&search=M%20PM, /api/partner/v1/jobs?status=RUNNING&search=M%20PM",
        "job,              /api/partner/v1/jobs/17,                        /api/partner/v1/jobs/17",
        "job,              /api/telematics/v1/vehicle-access?vin=1,        /api/telematics/v1/vehicle-access?vin=1",
        "job,              /api/support/v1/jobs/17/visibility,             /api/support/v1/jobs/17/visibility",
        "identity,         /api/public/v1/registration/check,              /api/public/v1/registration/check",
        "identity,         /contracts/identity-service/openapi,            /v3/api-docs",
        "partner,          /contracts/partner-service/asyncapi.yaml,       /contracts/asyncapi.yaml",
        "fleet-connection, /contracts/fleet-connection-service/schemas/a.json, /contracts/schemas/a.json",
        "job,              /contracts/job-service/examples/a.json,         /contracts/examples/a.json",
        "notification,     /contracts/notification-service/asyncapi.yaml,  /contracts/asyncapi.yaml"
    })
    void everyAddressHasItsService(String service, String address, String expected) {
        HttpResponse<String> response = caller.get(address, token);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(services.get(service).last().address()).isEqualTo(expected);
    }

    @Test
    void anUnknownApiAddressIsAProblem() {
        HttpResponse<String> response = caller.get("/api/partner/v1/unknown", token);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("type").asString()).isEqualTo("urn:service-partner:problem:not-found");
        assertThat(json(response).get("instance").asString()).isEqualTo("/api/partner/v1/unknown");
    }

    @Test
    void theServiceLearnsWhoAskedWhereAndWithinWhichTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        caller.get(
                "/api/smartcontrol/v1/jobs",
                "Authorization",
                token[1],
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Host",
                "elsewhere.example",
                "Cookie",
                "gateway-session=secret",
                "If-None-Match",
                "\"7\"",
                "Last-Event-ID",
                "42",
                "Idempotency-Key",
                "once");

        var headers = services.get("job").last().headers();
        assertThat(headers.getFirst("Authorization")).isEqualTo(token[1]);
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("127.0.0.1");
        assertThat(headers.getFirst("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo(gateway.url().split(":")[2]);
        assertThat(headers.get("traceparent")).singleElement().asString().contains(trace);
        assertThat(headers.getFirst("If-None-Match")).isEqualTo("\"7\"");
        assertThat(headers.getFirst("Last-Event-ID")).isEqualTo("42");
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("once");
        assertThat(headers.getFirst("Cookie")).isNull();
    }

    @Test
    void theCallerGetsTheAnswerAsItIsButNoCookieOfTheService() {
        services.get("job").on("/api/smartcontrol/v1/jobs/conflict", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"8\"");
            exchange.getResponseHeaders().set("Set-Cookie", "JSESSIONID=internal");
            Upstream.answer(exchange, 409, "application/problem+json", "{\"type\":\"urn:service-partner:problem:x\"}");
        });

        HttpResponse<String> response = caller.post(
                "/api/smartcontrol/v1/jobs/conflict",
                "{\"version\":3}",
                "Authorization",
                token[1],
                "Content-Type",
                "application/json");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("{\"type\":\"urn:service-partner:problem:x\"}");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("ETag")).hasValue("\"8\"");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(services.get("job").last().body()).isEqualTo("{\"version\":3}");
    }

    @Test
    void whoIsNotKnownYetNeedsNeitherSessionNorCsrfTokenAndLeavesNothingBehind() {
        Caller nobody = new Caller(gateway);

        HttpResponse<String> answer = nobody.post(
                "/api/public/v1/registration/complete",
                "{\"token\":\"x\"}",
                "Content-Type",
                "application/json",
                "Accept-Language",
                "de");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(services.get("identity").last().body()).isEqualTo("{\"token\":\"x\"}");
        assertThat(services.get("identity").last().headers().getFirst("Accept-Language"))
                .isEqualTo("de");
    }

    @Test
    void openAddressesReadNoCredentialsAndPassNoneOn() {
        Caller alice = new Caller(gateway);
        alice.signIn(DemoUser.ALICE);

        HttpResponse<String> signedIn = alice.post("/api/public/v1/registration/check", "{}");
        var passedOn = services.get("identity").last().headers();
        HttpResponse<String> badToken = caller.post("/api/public/v1/registration/check", "{}", bearer("nonsense"));

        assertThat(signedIn.statusCode()).isEqualTo(200);
        assertThat(passedOn.get("Cookie")).isNull();
        assertThat(passedOn.get("Authorization")).isNull();
        assertThat(badToken.statusCode()).isEqualTo(200);
        assertThat(services.get("identity").last().headers().get("Authorization"))
                .isNull();
    }

    @Test
    void aFileArrivesByteForByteWithItsHeaders() throws Exception {
        byte[] file = new byte[200_000];
        new Random(7).nextBytes(file);
        services.get("partner").on("/api/partner/v1/partner/nda/signed", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/pdf");
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"nda.pdf\"");
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        });

        HttpResponse<InputStream> response = caller.open("/api/partner/v1/partner/nda/signed", token);

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(response.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"nda.pdf\"");
        assertThat(response.headers().firstValue("Content-Length")).hasValue("200000");
        assertThat(response.body().readAllBytes()).isEqualTo(file);
    }

    @Test
    void aRedirectOfAServiceIsTheCallersToFollow() {
        services.get("partner").on("/api/partner/v1/partner/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/api/partner/v1/partner");
            exchange.sendResponseHeaders(303, -1);
        });

        HttpResponse<String> response = caller.get("/api/partner/v1/partner/moved", token);

        assertThat(response.statusCode()).isEqualTo(303);
    }

    @Test
    void contractsAreOpenToEverybodyAndGetNoCredentials() {
        HttpResponse<String> response = caller.get("/contracts/job-service/asyncapi.yaml", token);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(services.get("job").last().headers().getFirst("Authorization"))
                .isNull();
        assertThat(new Caller(gateway).get("/contracts/job-service/openapi").statusCode())
                .isEqualTo(200);
    }
}
