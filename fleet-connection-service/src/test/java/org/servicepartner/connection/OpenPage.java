package org.servicepartner.connection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A page in somebody's browser that counts how often it has been told to load again. */
final class OpenPage implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger changes = new AtomicInteger();

    private OpenPage() {}

    static OpenPage of(URI address, String token) {
        OpenPage page = new OpenPage();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        page.http
                .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenAcceptAsync(
                        response -> page.read(new BufferedReader(new InputStreamReader(response.body(), UTF_8))),
                        Thread::startVirtualThread);
        return page;
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event:changed")) {
                    changes.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // The page was left.
        }
    }

    int changes() {
        return changes.get();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
