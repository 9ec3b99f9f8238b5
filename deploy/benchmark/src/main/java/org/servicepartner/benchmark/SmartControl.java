package org.servicepartner.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

import org.servicepartner.local.KeycloakServer;

/** A technician's SmartControl: asks for the list of jobs, and follows the live stream. */
final class SmartControl {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String FIRST_PAGE = "?limit=50";

    private final URI jobs;
    private final Technician technician;
    private final KeycloakServer keycloak;
    private String token = "";

    SmartControl(URI jobService, Technician technician, KeycloakServer keycloak) {
        this.jobs = jobService.resolve("/api/smartcontrol/v1/jobs");
        this.technician = technician;
        this.keycloak = keycloak;
    }

    /** Gets a new access token; a live stream lasts no longer than it. */
    void logIn() {
        token = keycloak.token(technician.email(), technician.password());
    }

    boolean mayList() {
        return list().statusCode() == 200;
    }

    boolean shows(String fleetId) {
        HttpResponse<String> list = list();
        if (list.statusCode() != 200) {
            throw new BenchmarkException("The list of jobs answers " + list.statusCode() + ": " + list.body());
        }
        return list.body().contains("\"fleetId\":\"" + fleetId + "\"");
    }

    /** Reads the first page of the list with the client that costs the least: it runs beside what is measured. */
    byte[] page() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(jobs + FIRST_PAGE).toURL().openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + token);
            try (InputStream answer = connection.getInputStream()) {
                return answer.readAllBytes();
            }
        } catch (IOException e) {
            throw new BenchmarkException("job-service gives no list of jobs.", e);
        }
    }

    /** Asks for the first page of the list. */
    HttpResponse<String> list() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(jobs + FIRST_PAGE))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Follows the stream from now on; each line goes to the listener as it comes. Closing ends it.
     *
     * @throws BenchmarkException from closing, if the stream broke before
     */
    Stream follow(Consumer<String> lines) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(jobs + "/stream"))
                .header("Authorization", "Bearer " + token)
                .header(
                        "Last-Event-ID",
                        list().headers().firstValue("Stream-Position").orElseThrow())
                .build();
        CompletableFuture<HttpResponse<Void>> stream =
                HTTP.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new EachLine(lines)));
        return () -> {
            if (!stream.cancel(true)) {
                throw new BenchmarkException("The stream of jobs ended by itself"
                        + stream.handle((answer, failure) ->
                                        failure == null ? ", status " + answer.statusCode() : ": " + failure)
                                .join()
                        + ".");
            }
        };
    }

    /** A live stream that is being read. */
    interface Stream extends AutoCloseable {
        @Override
        void close();
    }

    private record EachLine(Consumer<String> lines) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.accept(line);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new BenchmarkException("job-service does not answer at " + request.uri() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }
}
