package org.servicepartner.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servicepartner.local.DemoUser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.bearer;

/** A live stream passes through event by event, may be quiet, and ends on both sides together. */
@Timeout(60)
class StreamTest {

    private static final String STREAM = "/api/smartcontrol/v1/jobs/stream";
    private static final String CHANGES = "/api/partner/v1/users/changes";

    private static Upstream service;
    private static RunningGateway gateway;
    private static Caller caller;
    private static String[] token;

    @BeforeAll
    static void start() {
        service = new Upstream();
        gateway = RunningGateway.inFrontOf(service, "gateway.upstream.answer-timeout", "1s");
        caller = new Caller(gateway);
        token = bearer(RunningGateway.keycloak().token(DemoUser.TOM));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, CHANGES})
    void anEventArrivesBeforeTheNextOneIsSent(String address) throws Exception {
        CountDownLatch firstHasArrived = new CountDownLatch(1);
        service.on(address, exchange -> {
            begin(exchange);
            send(exchange, "id: 1\ndata: first\n\n");
            await(firstHasArrived, 30);
            send(exchange, "id: 2\ndata: second\n\n");
        });

        HttpResponse<InputStream> response = caller.open(address, token[0], token[1], "Accept-Encoding", "gzip");
        try (BufferedReader lines = reader(response)) {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(lines.readLine()).isEqualTo("id: 1");
            firstHasArrived.countDown();
            assertThat(lines.lines().toList()).containsExactly("data: first", "", "id: 2", "data: second", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, CHANGES})
    void aStreamMayBeQuietForLongerThanAnAnswerMayTake(String address) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        service.on(address, exchange -> {
            await(never, 2);
            begin(exchange);
            send(exchange, "data: late\n\n");
            await(never, 3);
            send(exchange, "data: later\n\n");
        });

        HttpResponse<InputStream> response = caller.open(address, token);
        try (BufferedReader lines = reader(response)) {
            assertThat(lines.lines().toList()).containsExactly("data: late", "", "data: later", "");
        }
    }

    @Test
    void aReaderWhoLeavesEndsTheStreamOfTheService() throws Exception {
        CompletableFuture<IOException> ended = new CompletableFuture<>();
        service.on(STREAM, exchange -> {
            begin(exchange);
            try {
                while (!ended.isDone()) {
                    send(exchange, ": still here\n\n");
                    await(new CountDownLatch(1), 0);
                }
            } catch (IOException gone) {
                ended.complete(gone);
            }
        });

        HttpResponse<InputStream> response = caller.open(STREAM, token);
        BufferedReader lines = reader(response);
        assertThat(lines.readLine()).isEqualTo(": still here");
        lines.close();

        assertThat(ended.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aServiceThatDiesEndsTheStreamOfTheReader() throws Exception {
        service.on(STREAM, exchange -> {
            begin(exchange);
            send(exchange, "data: last\n\n");
            throw new IOException("The service died");
        });

        HttpResponse<InputStream> response = caller.open(STREAM, token);
        try (BufferedReader lines = reader(response)) {
            assertThat(lines.readLine()).isEqualTo("data: last");
            assertThat(endOf(lines)).isTrue();
        }
    }

    private static boolean endOf(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {}
        } catch (IOException brokenOff) {
            return true;
        }
        return true;
    }

    private static BufferedReader reader(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void send(HttpExchange exchange, String event) throws IOException {
        exchange.getResponseBody().write(event.getBytes(UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void await(CountDownLatch latch, int seconds) {
        try {
            latch.await(Math.max(50, seconds * 1000L), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
