package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;

import static java.util.stream.Collectors.joining;

/** Takes traces by OTLP over HTTP, as a collector does. */
final class TraceCollector implements AutoCloseable {
    /** One step of a trace; {@code parentId} is empty for the first. */
    record Span(String service, String name, String traceId, String id, String parentId, List<String> attributes) {
        @Override
        public String toString() {
            return service + ": " + name;
        }
    }

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Span> spans = new ConcurrentLinkedQueue<>();

    TraceCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(this::take);
            byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        }
    }

    private void take(ResourceSpans resource) {
        String service = resource.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .collect(joining());
        resource.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new Span(
                        service,
                        span.getName(),
                        hex(span.getTraceId()),
                        hex(span.getSpanId()),
                        hex(span.getParentSpanId()),
                        span.getAttributesList().stream()
                                .map(attribute -> attribute.getKey() + "="
                                        + attribute.getValue().getStringValue())
                                .toList()))
                .forEach(spans::add);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** All that have come. */
    List<Span> spans() {
        return List.copyOf(spans);
    }

    /** From the first known step of the trace to the last one of this name, each the parent of the next; empty if it has not come yet. */
    List<Span> wayTo(String traceId, String service, String name) {
        List<Span> way = new ArrayList<>();
        Optional<Span> step = spans.stream()
                .filter(span -> span.traceId.equals(traceId))
                .filter(span -> span.service.equals(service) && span.name.equals(name))
                .findFirst();
        while (step.isPresent()) {
            Span child = step.get();
            way.addFirst(child);
            step = spans.stream()
                    .filter(span -> span.traceId.equals(traceId) && span.id.equals(child.parentId))
                    .findFirst();
        }
        return way;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
