package org.servicepartner.gateway;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.servicepartner.local.DemoUser;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the gateway answers, a browser can do nothing with it but what we meant. */
class HeadersTest {

    private static Upstream service;
    private static RunningGateway gateway;
    private static String token;

    @BeforeAll
    static void start() {
        service = new Upstream();
        service.on("/api/partner/v1/jobs/broken", 500, "application/problem+json", "{}");
        service.on("/api/partner/v1/partner/nda/signed", exchange -> {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src *");
            Upstream.answer(exchange, 200, "application/pdf", "%PDF");
        });
        service.on("/api/partner/v1/users/changes", 200, "text/event-stream", "event: changed\n\n");
        gateway = RunningGateway.inFrontOf(
                service,
                "FLEET_CONNECTION_SERVICE_URL",
                "http://127.0.0.1:" + RunningGateway.freePort(),
                "SERVER_FORWARD_HEADERS_STRATEGY",
                "native",
                "gateway.limits.open-requests.burst",
                "1");
        token = RunningGateway.keycloak().token(DemoUser.ALICE);
        new Caller(gateway).get("/api/public/v1/registration/check");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the portal,                         GET,    /,                                        200, false",
        "the contracts page,                 GET,    /contracts,                               200, false",
        "a contract,                         GET,    /contracts/job-service/asyncapi.yaml,     200, false",
        "the app,                            GET,    /smartcontrol/,                           200, false",
        "the app to be changed,              POST,   /smartcontrol/,                           403, false",
        "a file of the portal,               GET,    /assets/portal-b3f1c9a2.js,               200, false",
        "a script,                           GET,    /static/contracts.js,                     200, false",
        "a style,                            GET,    /static/gateway.css,                      200, false",
        "a picture,                          GET,    /static/icon.svg,                         200, false",
        "a library,                          GET,    /webjars/swagger-ui/swagger-ui-bundle.js, 200, false",
        "a library's module,                 GET,    /webjars/js-yaml/dist/js-yaml.mjs,        200, false",
        "a file that is not there,           GET,    /assets/none.js,                          404, false",
        "a page that is not there,           GET,    /nowhere,                                 404, true",
        "a page that asks to sign in,        GET,    /nowhere,                                 302, false",
        "the start of a sign-in,             GET,    /oauth2/authorization/keycloak,           302, false",
        "the end of none,                    GET,    /login/oauth2/code/keycloak?code=x&state=y, 302, false",
        "the API,                            GET,    /api/partner/v1/jobs,                     200, true",
        "a file of the API,                  GET,    /api/partner/v1/partner/nda/signed,       200, true",
        "a live stream,                      GET,    /api/partner/v1/users/changes,            200, true",
        "who I am,                           GET,    /api/me,                                  200, true",
        "the API's address that is not there, GET,   /api/nowhere,                             404, true",
        "the API without a token,            GET,    /api/partner/v1/jobs,                     401, false",
        "a change without its proof,         DELETE, /api/partner/v1/jobs,                     403, false",
        "a service that fails,               GET,    /api/partner/v1/jobs/broken,              500, true",
        "a service that is away,             GET,    /api/partner/v1/fleet-connections,        503, true",
        "too many requests,                  GET,    /api/public/v1/registration/check,        429, false",
        "too large a request,                POST,   /api/partner/v1/jobs,                     413, true",
        "an address in disguise,             GET,    /jobs;x=y/17,                             400, false",
        "health,                             GET,    /actuator/health/liveness,                200, false"
    })
    void everyAnswerIsHardened(String what, String method, String address, int status, boolean signedIn) {
        Caller caller = new Caller(gateway);
        List<String> headers = new ArrayList<>(List.of("Accept", "*/*", "X-Forwarded-Proto", "https"));
        if (signedIn) {
            headers.addAll(List.of("Authorization", "Bearer " + token));
        }

        HttpResponse<String> answer = caller.send(caller.request(address, headers.toArray(String[]::new))
                .method(method, method.equals("POST") ? ofString("x".repeat(70_000)) : noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .doesNotContain("'unsafe", "*");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("geolocation=()", "microphone=()");
        assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().allValues("Strict-Transport-Security")).hasSize(1);
        if (address.startsWith("/api/") && status != 500) {
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
        }
    }

    @Test
    void whereThereIsNoHttpsNothingIsSaidOfIt() {
        assertThat(new Caller(gateway).get("/").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }
}
