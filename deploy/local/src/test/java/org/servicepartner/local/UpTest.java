package org.servicepartner.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The command as a newcomer uses it, after all tests that share a stack: it goes on with their data. */
@Order(Integer.MAX_VALUE)
class UpTest {
    private static final LocalPorts PORTS = SharedStack.PORTS;

    @Test
    void it_goes_on_with_what_was_kept_and_ctrl_c_leaves_no_process() throws Exception {
        String secrets = Files.readString(SharedStack.get().secretsFile());
        SharedStack.get().infrastructure().postgres().ensureDatabase("memory", "memory", "memory");
        execute("CREATE TABLE kept (id int)");
        SharedStack.stop();
        assertThat(SharedStack.portsInUse(PORTS)).isEmpty();

        Process up = start();
        try (BufferedReader output = up.inputReader()) {
            assertThat(readUntil("Ctrl-C stops everything.", output))
                    .anyMatch(line -> line.startsWith("The platform is up after "));
            List<ProcessHandle> processes = up.descendants().toList();
            assertThat(processes).hasSizeGreaterThan(App.values().length);
            assertThat(Files.readString(
                            SharedStack.project().resolve(".local/offset-" + PORTS.offset() + "/secrets.properties")))
                    .isEqualTo(secrets);
            execute("DROP TABLE kept");
            assertThat(token("tom")).startsWith("ey");

            new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

            assertThat(output.lines().toList())
                    .contains("Stopping the platform.", "Stopped. The data is kept in .local/.");
            assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
            assertThat(SharedStack.portsInUse(PORTS)).isEmpty();
        } finally {
            up.destroyForcibly();
        }
    }

    /** What is started in the background ignores Ctrl-C, and so would all that it starts; this process must not. */
    private static Process start() throws IOException {
        return new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        ServerArtifacts.javaExecutable().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Up.class.getName(),
                        "--keep",
                        "--port-offset",
                        Integer.toString(PORTS.offset()),
                        "--project",
                        SharedStack.project().toString())
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> readUntil(String last, BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = output.readLine();
            assertThat(line).as("more output after %s", lines).isNotNull();
            lines.add(line);
        } while (!line.equals(last));
        return lines;
    }

    private static String token(String who) throws Exception {
        ProcessBuilder command =
                new ProcessBuilder(Path.of("token").toAbsolutePath().toString(), who);
        command.environment().put("PORT_OFFSET", Integer.toString(PORTS.offset()));
        try (BufferedReader output = command.redirectErrorStream(true).start().inputReader()) {
            return output.readLine();
        }
    }

    private static void execute(String sql) throws SQLException {
        String url = "jdbc:postgresql://" + Ports.HOST + ":" + PORTS.postgres() + "/memory";
        try (Connection connection = DriverManager.getConnection(url, "memory", "memory");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
