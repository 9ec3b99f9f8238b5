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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LocalStackTest {

    /** For the stacks that do not start. */
    private static final LocalPorts OTHER_PORTS = LocalPorts.firstFree(5_000);

    private final List<String> told = new CopyOnWriteArrayList<>();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void every_application_is_told_where_the_servers_are() throws Exception {
        LocalStack stack = SharedStack.get();

        assertThat(SharedStack.told())
                .contains("ready PostgreSQL", "ready Kafka", "ready Keycloak", "ready mail catcher", "ready gateway");
        LocalPorts ports = SharedStack.PORTS;
        assertThat(get(stack.url(App.GATEWAY).resolve("/environment")))
                .contains("JOB_SERVICE_URL=http://127.0.0.1:" + ports.of(App.JOB_SERVICE))
                .contains("OIDC_CLIENT_ID=gateway", "OIDC_CLIENT_SECRET=");
        assertThat(get(stack.url(App.JOB_SERVICE).resolve("/environment")))
                .contains("DATABASE_URL=jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/job")
                .contains("KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.kafka())
                .contains("OIDC_ISSUER_URI=http://127.0.0.1:" + ports.keycloak() + "/realms/service-partner");
        assertThat(get(stack.url(App.NOTIFICATION_SERVICE).resolve("/environment")))
                .contains("SMTP_HOST=127.0.0.1", "PORTAL_URL=" + stack.url(App.GATEWAY));
        assertThat(get(stack.url(App.PARTNER_SERVICE).resolve("/environment")))
                .contains("NDA_SIGNING_KEY_STORE=/", "document-signing.p12", "NDA_SIGNING_KEY_STORE_PASSWORD=")
                .contains("NDA_SIGNING_KEY_ALIAS=" + SigningKeyStore.ALIAS);
        assertThat(linkSigningKey(App.NOTIFICATION_SERVICE))
                .as("the key that both who signs and who verifies links have")
                .hasSize(44)
                .isEqualTo(linkSigningKey(App.IDENTITY_SERVICE));
        assertThat(stack.memory()).isPositive();
    }

    @Test
    void a_crash_is_told_and_the_application_can_be_started_again() throws Exception {
        LocalStack stack = SharedStack.get();

        assertThatThrownBy(() -> get(stack.url(App.JOB_SERVICE).resolve("/crash")))
                .isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(SharedStack.told())
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("crashed job-service The job-service ended unexpectedly (exit code 3)")
                                .contains("The stand-in was told to crash.")));
        stack.restart(App.JOB_SERVICE);
        assertThat(get(stack.url(App.JOB_SERVICE).resolve("/actuator/health/readiness")))
                .isEqualTo("UP");
    }

    @Test
    void a_crash_of_a_server_is_told() throws Exception {
        Infrastructure servers = SharedStack.get().infrastructure();
        Path postmaster = SharedStack.data().resolve("postgres/data/postmaster.pid");

        kill(Watchdog.watched().stream()
                .filter(pid -> isTheStacksKafka(commandLine(pid)))
                .findFirst()
                .orElseThrow());
        kill(Long.parseLong(Files.readAllLines(postmaster).getFirst().strip()));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(SharedStack.told())
                        .anyMatch(line -> line.startsWith("crashed Kafka The Kafka ended unexpectedly (exit code 137)"))
                        .anyMatch(line -> line.startsWith("crashed PostgreSQL The PostgreSQL ended unexpectedly")));
        int crashes = SharedStack.told().size();
        servers.kafka().killAndRestart();
        servers.postgres().killAndRestart();
        assertThat(SharedStack.told()).hasSize(crashes);
    }

    /** Other tests of this JVM may have one of their own. */
    private static boolean isTheStacksKafka(String commandLine) {
        return commandLine.contains("kafka.Kafka")
                && commandLine.contains(SharedStack.data().toString());
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Test
    void killing_an_application_is_no_crash() {
        LocalStack stack = SharedStack.get();

        stack.kill(App.PARTNER_SERVICE);

        assertThat(Ports.isFree(SharedStack.PORTS.of(App.PARTNER_SERVICE))).isTrue();
        stack.restart(App.PARTNER_SERVICE);
        assertThat(SharedStack.told()).noneMatch(line -> line.startsWith("crashed partner-service"));
    }

    @Test
    void a_second_replica_runs_beside_the_first() throws Exception {
        LocalStack stack = SharedStack.get();
        stack.restart(App.JOB_SERVICE, 2, Map.of("GREETING", "of the second"));

        assertThat(get(stack.url(App.JOB_SERVICE, 2).resolve("/environment"))).contains("GREETING=of the second");
        assertThat(get(stack.url(App.JOB_SERVICE).resolve("/environment"))).doesNotContain("GREETING");

        stack.kill(App.JOB_SERVICE, 2);
        assertThat(Ports.isFree(SharedStack.PORTS.of(App.JOB_SERVICE, 2))).isTrue();
        assertThat(get(stack.url(App.JOB_SERVICE).resolve("/actuator/health/readiness")))
                .isEqualTo("UP");
    }

    @Test
    void servers_that_are_killed_come_back_with_their_data_at_the_same_ports() throws Exception {
        Infrastructure infrastructure = SharedStack.get().infrastructure();
        Map<String, Object> brokers =
                Map.of("bootstrap.servers", infrastructure.kafka().bootstrapServers());
        Database database = infrastructure.postgres().createDatabase("remembered");
        try (Connection connection = database.connect();
                Admin admin = Admin.create(brokers)) {
            connection.createStatement().execute("CREATE TABLE memory (id int)");
            admin.createTopics(List.of(new NewTopic("remembered", 1, (short) 1)))
                    .all()
                    .get();
        }

        infrastructure.postgres().killAndRestart();
        infrastructure.kafka().killAndRestart();
        infrastructure.keycloak().killAndRestart();

        try (Connection connection = database.connect();
                Admin admin = Admin.create(brokers)) {
            assertThat(connection.createStatement().execute("SELECT * FROM memory"))
                    .isTrue();
            assertThat(admin.listTopics().names().get()).contains("remembered");
        }
        assertThat(infrastructure.keycloak().token(DemoUser.TOM)).isNotEmpty();
    }

    @Test
    void a_taken_port_is_named_before_anything_starts() throws IOException {
        try (ServerSocket other = new ServerSocket(OTHER_PORTS.of(App.GATEWAY), 1, InetAddress.getByName(Ports.HOST))) {
            assertThatThrownBy(() -> LocalStack.start(options(StandInProject.in(directory))))
                    .isInstanceOf(InfrastructureException.class)
                    .hasMessageStartingWith("Port " + other.getLocalPort() + ", which the gateway needs, is taken")
                    .hasMessageContaining("--port-offset");
        }
        assertThat(told).noneMatch(line -> line.startsWith("starting"));
    }

    @Test
    void an_application_that_does_not_start_stops_everything_with_its_last_words() throws IOException {
        Path broken = StandInProject.in(Files.createDirectory(directory.resolve("broken")));

        assertThatThrownBy(() -> LocalStack.start(options(broken)))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("ended while it started (exit code 3)")
                .hasMessageContaining("The stand-in finds its seed broken.");

        assertThat(SharedStack.portsInUse(OTHER_PORTS)).isEmpty();
    }

    @Test
    void an_application_that_is_not_built_is_named() throws IOException {
        Path project = StandInProject.in(directory);
        Files.delete(project.resolve("job-service/target/job-service.jar"));

        assertThatThrownBy(() -> LocalStack.start(options(project)))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageStartingWith("The job-service is not built");
    }

    private LocalStackOptions options(Path project) {
        return new LocalStackOptions(project, false, OTHER_PORTS, Hosting.EMBEDDED, new Recorder(told));
    }

    private static String linkSigningKey(App app) throws Exception {
        String environment = get(SharedStack.get().url(app).resolve("/environment"));
        return environment.replaceFirst("(?s).*LINK_SIGNING_KEY=([^,}]*).*", "$1");
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
