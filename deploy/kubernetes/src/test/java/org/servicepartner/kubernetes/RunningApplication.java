package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/** An application in a process of its own, as in a pod. */
final class RunningApplication implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private final URI url;
    private final URI management;

    RunningApplication(String name, Map<String, String> environment, Path logs) {
        this.name = name;
        this.url = URI.create("http://127.0.0.1:" + environment.get("SERVER_PORT"));
        this.management = URI.create("http://127.0.0.1:" + environment.get("MANAGEMENT_SERVER_PORT"));
        ProcessBuilder java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        "../../%s/target/%s.jar".formatted(name, name)))
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(name + ".log").toFile());
        java.environment().clear();
        java.environment().putAll(environment);
        try {
            process = java.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the probe that Kubernetes sends is answered well. */
    void awaitReady(String path) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " has ended; its log tells why");
            }
            return management(path) == 200;
        });
    }

    /** The status of an answer at the port for probes and metrics; 0 without one. */
    int management(String path) {
        return status(management.resolve(path));
    }

    /** The status of an answer at the port for callers; 0 without one. */
    int status(String path) {
        return status(url.resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request, String path) {
        try {
            return HTTP.send(request.uri(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int status(URI address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
