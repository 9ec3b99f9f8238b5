package org.servicepartner.acceptance;

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

/** Reads a stream of server-sent events and remembers all of them. */
final class LiveStream implements AutoCloseable {
    /** One event; {@code id} is empty if it has none, {@code data} is JSON. */
    record Event(String id, String name, String data) {
        boolean isAbout(String id) {
            return data.contains('"' + id + '"');
        }
    }

    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;
    private volatile boolean ended;

    LiveStream(HttpClient http, HttpRequest request) {
        response = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        response.whenComplete((answer, failure) -> {
            if (failure == null) {
                Thread.ofVirtual().start(() -> read(answer.body()));
            } else {
                ended = true;
            }
        });
    }

    private void read(Stream<String> lines) {
        List<String> event = new ArrayList<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    seen.add(new Event(field(event, "id:"), field(event, "event:"), field(event, "data:")));
                    event.clear();
                } else {
                    event.add(line);
                }
            });
        } catch (UncheckedIOException closed) {
            // The test has closed the stream, or the server went away; both are an end.
        } finally {
            ended = true;
        }
    }

    private static String field(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** Ids of the jobs of a fleet, as often as the parts of a stream that was continued have told of them. */
    static List<String> jobsToldBy(String fleetId, LiveStream... parts) {
        return Stream.of(parts)
                .flatMap(part -> part.seen.stream())
                .filter(event -> event.name().equals("job") && event.isAbout(fleetId))
                .map(event -> new Answer(200, "", event.data()).text("jobId"))
                .toList();
    }

    Event await(Predicate<Event> wanted) {
        return Awaitility.await("an event of the live stream")
                .until(() -> seen.stream().filter(wanted).findFirst().orElse(null), found -> found != null);
    }

    Event await(String name, String id) {
        return await(event -> event.name().equals(name) && event.isAbout(id));
    }

    List<Event> seen() {
        return List.copyOf(seen);
    }

    /** With which the stream can be continued. */
    String lastId() {
        return seen.stream().map(Event::id).filter(id -> !id.isEmpty()).reduce("", (earlier, later) -> later);
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        response.thenAccept(answer -> answer.body().close());
    }
}
