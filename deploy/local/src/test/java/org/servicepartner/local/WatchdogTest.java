package org.servicepartner.local;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WatchdogTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void servers_do_not_outlive_a_killed_jvm() throws Exception {
        Process jvm = new ProcessBuilder(
                        ServerArtifacts.javaExecutable().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = jvm.inputReader()) {
            List<Long> pids = List.of(Long.parseLong(output.readLine()), Long.parseLong(output.readLine()));
            assertThat(pids).allSatisfy(pid -> assertThat(isAlive(pid)).isTrue());

            jvm.destroyForcibly();

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(pids)
                            .allSatisfy(pid -> assertThat(isAlive(pid)).isFalse()));
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Owns one server that ends when asked, and one that does not listen. */
    static final class Owner {

        public static void main(String[] arguments) throws InterruptedException {
            Path directory = Path.of(arguments[0]);
            for (String script : List.of("exec sleep 1000", "trap '' INT TERM; while :; do sleep 1; done")) {
                ServerProcess server = ServerProcess.start(
                        "server", directory.resolve("server.log"), Map.of(), List.of("sh", "-c", script));
                System.out.println(server.process().pid());
            }
            new CountDownLatch(1).await();
        }
    }
}
