package org.servicepartner.platform;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.sample.SampleApplication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who is let in, and how refusals are told. */
class WebTest extends RunningSample {
    private static final int LARGEST_BODY = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
        return http.send(
                request.uri(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder with(String token) {
        return HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder as(DemoUser user) {
        return with(Infrastructure.shared().keycloak().token(user));
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("type").asString("")).isEqualTo("urn:service-partner:problem:" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        for (String member : new String[] {"title", "detail", "advice", "instance"}) {
            assertThat(problem.path(member).asString("")).as(member).isNotBlank();
        }
        return problem;
    }

    @Test
    void aTechnicianIsKnownByTheToken() throws Exception {
        JsonNode caller = JSON.readTree(send(as(DemoUser.TOM), "/sample/caller").body());

        assertThat(caller.path("userId").asString())
                .isEqualTo(DemoUser.TOM.userId().toString());
        assertThat(caller.path("tenantId").asString())
                .isEqualTo(DemoUser.TOM.partnerId().toString());
        assertThat(caller.path("roles").toString()).contains("technician");
    }

    @Test
    void withoutATokenNobodyIsLetIn() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(), "/sample/caller");

        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(send(with(""), "/sample/caller"), 401, "unauthenticated");
        assertProblem(
                send(HttpRequest.newBuilder().header("Authorization", "Basic dG9tOnRvbQ=="), "/sample/caller"),
                401,
                "unauthenticated");
    }

    @Test
    void aTokenThatWasTamperedWithIsWorthNothing() throws Exception {
        String[] parts = Infrastructure.shared().keycloak().token(DemoUser.TOM).split("\\.");
        String other = Infrastructure.shared().keycloak().token(DemoUser.BEN).split("\\.")[1];

        assertProblem(send(with(parts[0] + "." + other + "." + parts[2]), "/sample/caller"), 401, "unauthenticated");
        assertProblem(send(with("nonsense"), "/sample/caller"), 401, "unauthenticated");
    }

    @Test
    void theWrongRoleIsToldWithItsOwnProblem() throws Exception {
        assertProblem(send(as(DemoUser.ALICE), "/sample/caller"), 403, "not-a-technician");
    }

    @Test
    void whoHasLostTheRoleIsRefusedThoughTheTokenIsStillGood() throws Exception {
        String ben = DemoUser.BEN.userId().toString();
        SampleApplication.FORMER_TECHNICIANS.add(ben);
        try {
            assertProblem(send(as(DemoUser.BEN), "/sample/caller"), 403, "not-a-technician-any-more");
            assertThat(send(as(DemoUser.TOM), "/sample/caller").statusCode()).isEqualTo(200);
        } finally {
            SampleApplication.FORMER_TECHNICIANS.remove(ben);
        }
        assertThat(send(as(DemoUser.BEN), "/sample/caller").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyAboveTheLimitIsRefusedWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        String addition = "{\"counterId\":\"" + UUID.randomUUID() + "\",\"amount\":1}";
        byte[] largest =
                addition.concat(" ".repeat(LARGEST_BODY - addition.length())).getBytes(UTF_8);
        byte[] tooLarge = Arrays.copyOf(largest, LARGEST_BODY + 1);
        tooLarge[LARGEST_BODY] = ' ';

        assertThat(send(added(BodyPublishers.ofByteArray(largest)), "/sample/counters")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(added(chunked(largest)), "/sample/counters").statusCode())
                .isEqualTo(200);
        assertProblem(send(added(BodyPublishers.ofByteArray(tooLarge)), "/sample/counters"), 413, "request-too-large");
        assertProblem(send(added(chunked(tooLarge)), "/sample/counters"), 413, "request-too-large");
    }

    private static HttpRequest.Builder added(BodyPublisher body) {
        return as(DemoUser.TOM).header("Content-Type", "application/json").POST(body);
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    @Test
    void healthMetricsAndContractsAreForEverybody() throws Exception {
        for (String path : new String[] {
            "/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus", "/v3/api-docs"
        }) {
            assertThat(send(HttpRequest.newBuilder(), path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(send(HttpRequest.newBuilder(), "/actuator/prometheus").body())
                .contains("servicepartner_relay_delay_seconds")
                .contains("servicepartner_relay_waiting_seconds");
    }

    @Test
    void whatIsOpenToEveryoneAnswersWithoutAToken() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(), "/api/public/sample");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("open");
    }

    public static class Open {
        @RestController
        public static class OpenController {
            @GetMapping("/open")
            String open() {
                return "open";
            }
        }
    }

    @Test
    void aControllerThatDoesNotSayWhoMayCallItKeepsTheApplicationFromStarting() {
        SpringApplicationBuilder application = beside(Open.OpenController.class);

        assertThatThrownBy(() -> application.run().close())
                .hasStackTraceContaining("must say with @RequiresRole who may call it");
    }

    @Test
    void aRefusalIsToldWithWhatToDo() throws Exception {
        JsonNode problem = assertProblem(send(as(DemoUser.TOM), "/sample/refused"), 409, "onboarding-incomplete");

        assertThat(problem.path("missingSteps").toString()).isEqualTo("[\"NDA\"]");
        assertThat(problem.path("instance").asString()).isEqualTo("/sample/refused");
    }

    @Test
    void invalidFieldsAreNamed() throws Exception {
        JsonNode problem = assertProblem(
                send(post("{\"counterId\":\"\",\"amount\":-1}"), "/sample/counters"), 400, "invalid-request");

        assertThat(problem.path("fields").toString()).contains("counterId").contains("amount");
    }

    @Test
    void invalidParametersAreNamed() throws Exception {
        JsonNode problem = assertProblem(
                send(as(DemoUser.TOM), "/sample/counters/a0000000-0000-4000-8000-000000000001?limit=11"),
                400,
                "invalid-request");

        assertThat(problem.path("fields").toString()).contains("limit");
    }

    @Test
    void everyOtherMistakeIsAProblemToo() throws Exception {
        assertProblem(send(post("{broken"), "/sample/counters"), 400, "bad-request");
        assertProblem(send(as(DemoUser.TOM), "/sample/counters/42"), 400, "bad-request");
        assertProblem(send(as(DemoUser.TOM), "/sample/nowhere"), 404, "not-found");
        assertProblem(send(as(DemoUser.TOM).DELETE(), "/sample/caller"), 405, "method-not-allowed");
        assertProblem(
                send(
                        as(DemoUser.TOM)
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("x")),
                        "/sample/counters"),
                415,
                "unsupported-media-type");
        assertProblem(send(as(DemoUser.TOM), "/sample/changed"), 409, "changed-meanwhile");
        assertProblem(send(as(DemoUser.TOM), "/sample/unknown"), 404, "not-found");
    }

    @Test
    void aBugTellsNothingOfItself() throws Exception {
        HttpResponse<String> response = send(as(DemoUser.TOM), "/sample/broken");

        assertProblem(response, 500, "internal-error");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    private static HttpRequest.Builder post(String body) {
        return as(DemoUser.TOM)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
