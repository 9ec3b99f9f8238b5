package org.servicepartner.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** Stands where a service would be: answers what a test tells it to and remembers what arrived. */
class Upstream implements AutoCloseable {

    record Received(String method, String address, Headers headers, String body) {}

    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Upstream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void on(String path, HttpHandler answer) {
        answers.put(path, answer);
    }

    void on(String path, int status, String contentType, String body) {
        on(path, exchange -> answer(exchange, status, contentType, body));
    }

    Received last() {
        return received.getLast();
    }

    List<Received> receivedAfter(int requests) {
        return List.copyOf(received).subList(requests, received.size());
    }

    int requests() {
        return received.size();
    }

    static void answer(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body));
            HttpHandler answer = answers.get(path);
            if (answer == null) {
                answer(exchange, 200, "application/json", "{\"path\":\"" + path + "\"}");
            } else {
                answer.handle(exchange);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
