package org.servicepartner.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.App;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What all tests have left in logs and traces; after them. */
@Order(Integer.MAX_VALUE)
@ExtendWith(PlatformExtension.class)
class LogsIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Platform platform;

    LogsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void every_line_is_JSON_and_says_who_said_it() throws IOException {
        for (App app : App.values()) {
            assertThat(lines(app)).as(app.module()).isNotEmpty().allSatisfy(line -> {
                JsonNode entry = parsed(line);
                assertThat(entry.at("/service/name").asString("")).isEqualTo(app.module());
                assertThat(entry.at("/log/level").asString("")).isIn("INFO", "WARN", "ERROR");
                assertThat(entry.path("@timestamp").asString("")).isNotBlank();
                assertThat(entry.path("message").isString()).isTrue();
            });
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException noJson) {
            throw new AssertionError("No JSON: " + line, noJson);
        }
    }

    @Test
    void a_line_belongs_to_the_trace_of_the_request_that_it_is_about() throws Exception {
        String traceId = FleetControl.newId().replace("-", "");
        platform.stack().kill(App.NOTIFICATION_SERVICE);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            platform.stack().url(App.GATEWAY).resolve("/contracts/notification-service/openapi"))
                    .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(traceId))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(503);
        } finally {
            platform.stack().restart(App.NOTIFICATION_SERVICE);
        }

        await().untilAsserted(() -> assertThat(lines(App.GATEWAY).map(LogsIT::parsed))
                .anySatisfy(entry -> {
                    assertThat(entry.path("trace.id").asString("")).isEqualTo(traceId);
                    assertThat(entry.at("/log/level").asString("")).isEqualTo("WARN");
                }));
    }

    @Test
    void no_log_says_who_somebody_is_or_what_opens_a_door() throws Exception {
        PersonalData personal = new PersonalData(names());
        Map<String, Set<String>> found = new TreeMap<>();
        List<String> programs = Stream.concat(Stream.of(App.values()).map(App::module), Stream.of("keycloak"))
                .toList();
        for (String program : programs) {
            lines(program)
                    .forEach(line -> personal.in(line)
                            .forEach(finding -> found.computeIfAbsent(program, each -> new TreeSet<>())
                                    .add(finding + " in " + line)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_trace_says_who_somebody_is_or_what_opens_a_door() throws Exception {
        PersonalData personal = new PersonalData(names());
        List<TraceCollector.Span> spans = platform.traces().spans();
        assertThat(spans).isNotEmpty();
        assertThat(spans.stream()
                        .flatMap(span -> span.attributes().stream()
                                .filter(attribute ->
                                        personal.in(attribute).findAny().isPresent())
                                .map(attribute -> span + ": " + attribute))
                        .distinct())
                .isEmpty();
    }

    @Test
    void what_is_looked_for_would_be_found() throws Exception {
        PersonalData personal = new PersonalData(names());
        String token = "7b1a4c1e-0c5e-4b0a-9d51-1f3c6c1c2b11." + "aB3_-".repeat(8) + "xyz";

        assertThat(personal.in("Cannot invite Tom (tom.fitter+1@alpine-fitters.example)"))
                .containsExactly("Tom", "tom.fitter+1@alpine-fitters.example");
        assertThat(personal.in("{\"token\":\"" + token + "\"}")).containsExactly(token);
        assertThat(personal.in("Bearer " + platform.tom().token())).hasSize(1);
        assertThat(personal.in("Tomcat started on port 8080 (http)")).isEmpty();
    }

    /** Everybody who was ever known. */
    private Set<String> names() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection =
                        platform.stack().database(App.IDENTITY_SERVICE).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select first_name from user_view where first_name is not null union select last_name from user_view where last_name is not null")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        assertThat(names).contains("Tom", "Alice");
        return names;
    }

    private Stream<String> lines(App app) throws IOException {
        return lines(app.module());
    }

    private Stream<String> lines(String program) throws IOException {
        List<String> lines = Files.readAllLines(platform.stack().logs().resolve(program + ".log"));
        return lines.stream();
    }
}
