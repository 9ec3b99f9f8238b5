package org.servicepartner.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.platform.sample.SampleApplication;
import org.servicepartner.platform.testing.CloudEventsClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.platform.sample.SampleApplication.IN;

/** An operator's process has a smaller heap than the dead letters that it reads. */
class LargeDeadLettersTest {
    private static final String DEAD_LETTERS = "sample-service." + IN + ".dlt";
    private static final String COUNTER = "large";
    private static final int LETTERS = 100;
    private static final int MEGABYTE = 1_000_000;
    private static final String HEAP = "-Xmx96m";

    @TempDir
    Path directory;

    private Infrastructure servers;
    private Database database;

    @BeforeEach
    void start() throws Exception {
        servers = Infrastructure.with(InfrastructureSettings.forTests());
        database = servers.postgres().ensureDatabase("sample", "sample", "large-Passw0rd");
        String broker = servers.kafka().bootstrapServers();
        byte[] data =
                RunningSample.addition(COUNTER, 1).concat(" ".repeat(MEGABYTE)).getBytes(UTF_8);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker));
                CloudEventsClient client = new CloudEventsClient(broker)) {
            admin.createTopics(List.of(new NewTopic(DEAD_LETTERS, 1, (short) 1)
                            .configs(Map.of("max.message.bytes", String.valueOf(2 * MEGABYTE)))))
                    .all()
                    .get();
            for (int letter = 0; letter < LETTERS; letter++) {
                client.send(DEAD_LETTERS, COUNTER, headers(LETTERS - 1 - letter), data)
                        .get();
            }
        }
    }

    /** Of a letter about the message that came with this offset. */
    private static Map<String, String> headers(int offset) {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), "/test", "test.added.v1");
        headers.put("dlt-reason", "FAILED");
        headers.put("dlt-detail", "A bug");
        headers.put("dlt-original-topic", IN);
        headers.put("dlt-original-partition", "0");
        headers.put("dlt-original-offset", String.valueOf(offset));
        return headers;
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void haveTheirEffectInTheOrderInWhichTheMessagesCame() throws Exception {
        List<String> lines = run("replay", IN, "--servicepartner.messaging.max-message-bytes=" + 2 * MEGABYTE);

        assertThat(lines).contains(IN + ": " + LETTERS + " dead letters to replay");
        assertThat(lines.stream()
                        .filter(line -> line.contains("  handled  "))
                        .map(line -> line.replaceFirst(".*@", "")))
                .containsExactlyElementsOf(
                        IntStream.range(0, LETTERS).mapToObj(String::valueOf).toList());
        assertThat(JdbcClient.create(new DriverManagerDataSource(
                                database.jdbcUrl(), database.username(), database.password()))
                        .sql("select total from counter_sum where counter_id = ?")
                        .param(COUNTER)
                        .query(Integer.class)
                        .single())
                .isEqualTo(LETTERS);
    }

    /** Of a process of its own, which ends well. */
    private List<String> run(String... arguments) throws Exception {
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                OwnProcess.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("--spring.cloud.stream.default.consumer.auto-startup=false", "--logging.level.root=error"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT", "0",
                        "DATABASE_URL", database.jdbcUrl(),
                        "DATABASE_USERNAME", database.username(),
                        "DATABASE_PASSWORD", database.password(),
                        "KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers(),
                        "OIDC_ISSUER_URI", "http://127.0.0.1:1/realms/none"));
        Process process = builder.start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output);
        assertThat(ended).as(String.join("\n", lines)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    static final class OwnProcess {
        public static void main(String[] arguments) {
            SpringApplication.run(SampleApplication.class, arguments);
        }
    }
}
