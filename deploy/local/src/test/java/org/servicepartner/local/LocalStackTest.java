package org.servicepartner.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LocalStackTest {

    private static final LocalPorts PORTS = new LocalPorts(20_000);

    private final List<String> told = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_stack_starts_survives_a_crash_and_keeps_its_data() throws Exception {
        LocalStackOptions options = options(StandInProject.in(directory), true);
        String secrets;
        try (LocalStack stack = LocalStack.start(options)) {
            assertThat(told).contains("ready PostgreSQL", "ready Kafka", "ready Keycloak", "ready mail catcher");
            assertThat(told)
                    .filteredOn(line -> line.startsWith("ready "))
                    .last()
                    .isEqualTo("ready gateway");
            secrets = Files.readString(stack.secretsFile());
            assertThat(get(stack.url(App.GATEWAY).resolve("/environment")))
                    .contains(
                            "JOB_SERVICE_URL=http://127.0.0.1:28084", "OIDC_CLIENT_ID=gateway", "OIDC_CLIENT_SECRET=");
            assertThat(get(stack.url(App.JOB_SERVICE).resolve("/environment")))
                    .contains(
                            "DATABASE_URL=jdbc:postgresql://127.0.0.1:35432/job",
                            "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:39092")
                    .contains("OIDC_ISSUER_URI=http://127.0.0.1:38080/realms/service-partner");
            createTable(stack);

            assertThatThrownBy(() -> get(stack.url(App.JOB_SERVICE).resolve("/crash")))
                    .isInstanceOf(IOException.class);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(told)
                            .anySatisfy(line -> assertThat(line)
                                    .startsWith("crashed job-service The job-service ended unexpectedly (exit code 3)")
                                    .contains("The stand-in was told to crash.")));
            stack.restart(App.JOB_SERVICE);
            assertThat(get(stack.url(App.JOB_SERVICE).resolve("/actuator/health/readiness")))
                    .isEqualTo("UP");
            stack.kill(App.PARTNER_SERVICE);
            assertThat(Ports.isFree(PORTS.of(App.PARTNER_SERVICE))).isTrue();
        }
        assertThat(told).noneMatch(line -> line.startsWith("crashed partner-service"));
        assertThat(portsInUse()).isEmpty();

        try (LocalStack again = LocalStack.start(options)) {
            assertThat(Files.readString(again.secretsFile())).isEqualTo(secrets);
            dropTable(again);
            assertThat(again.infrastructure().keycloak().token(DemoUser.TOM)).isNotEmpty();
        }
    }

    @Test
    void a_taken_port_is_named_before_anything_starts() throws IOException {
        try (ServerSocket other = new ServerSocket(PORTS.of(App.GATEWAY), 1, InetAddress.getByName(Ports.HOST))) {
            assertThatThrownBy(() -> LocalStack.start(options(StandInProject.in(directory), false)))
                    .isInstanceOf(InfrastructureException.class)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + ", which the gateway needs, is taken")
                    .hasMessageContaining("--port-offset");
        }
        assertThat(told).noneMatch(line -> line.startsWith("starting"));
    }

    @Test
    void an_application_that_does_not_start_stops_everything_with_its_last_words() throws IOException {
        Path broken = StandInProject.in(Files.createDirectory(directory.resolve("broken")));

        assertThatThrownBy(() -> LocalStack.start(options(broken, false)))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("ended while it started (exit code 3)")
                .hasMessageContaining("The stand-in finds its seed broken.");

        assertThat(portsInUse()).isEmpty();
    }

    @Test
    void an_application_that_is_not_built_is_named() throws IOException {
        Path project = StandInProject.in(directory);
        Files.delete(project.resolve("job-service/target/job-service.jar"));

        assertThatThrownBy(() -> LocalStack.start(options(project, false)))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageStartingWith("The job-service is not built");
    }

    private LocalStackOptions options(Path project, boolean keep) {
        return new LocalStackOptions(project, keep, PORTS, Hosting.EMBEDDED, new Progress() {
            @Override
            public void starting(String component) {
                told.add("starting " + component);
            }

            @Override
            public void ready(String component) {
                told.add("ready " + component);
            }

            @Override
            public void crashed(String component, String sentence) {
                told.add("crashed " + component + " " + sentence);
            }
        });
    }

    private static void createTable(LocalStack stack) throws SQLException {
        execute(stack, "CREATE TABLE memory (id int)");
    }

    private static void dropTable(LocalStack stack) throws SQLException {
        execute(stack, "DROP TABLE memory");
    }

    private static void execute(LocalStack stack, String sql) throws SQLException {
        Database database = stack.infrastructure().postgres().ensureDatabase("memory", "memory", "memory");
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Integer> portsInUse() {
        IntStream apps = Arrays.stream(App.values()).mapToInt(PORTS::of);
        IntStream servers =
                IntStream.of(PORTS.postgres(), PORTS.kafka(), PORTS.keycloak(), PORTS.smtp(), PORTS.mailPage());
        return IntStream.concat(apps, servers)
                .filter(port -> !Ports.isFree(port))
                .boxed()
                .toList();
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
