package org.servicepartner.job;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** Reads a server-sent event stream and remembers everything. */
final class SseClient implements AutoCloseable {
    record Event(String id, String name, String data) {}

    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;

    SseClient(HttpClient http, HttpRequest request) {
        response = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        response.thenAccept(answer -> Thread.ofVirtual().start(() -> read(answer.body())));
    }

    private void read(Stream<String> lines) {
        List<String> event = new ArrayList<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    remember(event);
                    event.clear();
                } else {
                    event.add(line);
                }
            });
        } catch (UncheckedIOException | IllegalStateException closed) {
            // The test has closed the stream, while it was read or before.
        }
    }

    private void remember(List<String> lines) {
        String name = field(lines, "event:");
        if (name != null) {
            seen.add(new Event(field(lines, "id:"), name, field(lines, "data:")));
        }
    }

    private static String field(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElse(null);
    }

    Event await(Predicate<Event> wanted) {
        return Awaitility.await()
                .until(() -> seen.stream().filter(wanted).findFirst().orElse(null), found -> found != null);
    }

    /** Whether the answer has come and is no stream. */
    boolean isRefused() {
        return response.isDone() && response.join().statusCode() != 200;
    }

    List<Event> seen() {
        return seen;
    }

    @Override
    public void close() {
        response.thenAccept(answer -> answer.body().close());
    }
}
