package org.servicepartner.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.sample.Counter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an open page is told. */
class ChangeStreamsTest extends RunningSample {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Page> pages = new ArrayList<>();

    @AfterEach
    void leave() {
        pages.forEach(Page::close);
    }

    private Page open(DemoUser user) throws Exception {
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sample/changes"))
                        .header(
                                "Authorization",
                                "Bearer " + Infrastructure.shared().keycloak().token(user))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        Page page = new Page(response.body());
        pages.add(page);
        return page;
    }

    private void change(DemoUser user) {
        commands.sendAndWait(new Counter.Add(user.partnerId() + "/" + newCounter(), 1));
    }

    @Test
    void beginsWithAChangeSoThatNothingFromBeforeIsMissed() throws Exception {
        Page page = open(DemoUser.TOM);

        await().untilAsserted(() -> assertThat(page.changes()).isEqualTo(1));
    }

    @Test
    void tellsOfChangesOfTheOwnTenantOnly() throws Exception {
        Page toms = open(DemoUser.TOM);
        Page bens = open(DemoUser.BEN);
        await().untilAsserted(() -> assertThat(toms.changes() + bens.changes()).isEqualTo(2));

        change(DemoUser.TOM);
        await().untilAsserted(() -> assertThat(toms.changes()).isEqualTo(2));
        assertThat(bens.changes()).isEqualTo(1);

        change(DemoUser.BEN);
        await().untilAsserted(() -> assertThat(bens.changes()).isEqualTo(2));
        assertThat(toms.changes()).isEqualTo(2);
    }

    private static final class Page {
        private final InputStream stream;
        private final AtomicInteger changes = new AtomicInteger();

        Page(InputStream stream) {
            this.stream = stream;
            Thread.ofVirtual().start(() -> {
                try {
                    BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (line.equals("event:changed")) {
                            changes.incrementAndGet();
                        }
                    }
                } catch (IOException closed) {
                    // The page was left.
                }
            });
        }

        int changes() {
            return changes.get();
        }

        /** Closes the stream itself: a reader would wait for the line that it is reading. */
        void close() {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
