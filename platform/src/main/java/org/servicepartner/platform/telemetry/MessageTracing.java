package org.servicepartner.platform.telemetry;

import java.util.Map;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/** Spans around messages, linked by the W3C {@code traceparent} that travels in message headers and event metadata. */
public final class MessageTracing {
    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    MessageTracing(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Opens the span of handling a message; the parent is the sender's, if there is one. */
    public Scope receive(String type, @Nullable String traceparent) {
        Span span = start(Span.Kind.CONSUMER, "receive " + type, traceparent);
        return new Scope(span, tracer.withSpan(span));
    }

    /** Notes that a message is sent on behalf of the given context, and returns the context for its header. */
    public @Nullable String send(String type, @Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        Span span = start(Span.Kind.PRODUCER, "send " + type, traceparent);
        span.end();
        return format(span.context());
    }

    private Span start(Span.Kind kind, String name, @Nullable String traceparent) {
        Span.Builder builder = traceparent == null
                ? tracer.spanBuilder().setNoParent()
                : propagator.extract(Map.of(TRACEPARENT, traceparent), Map::get);
        return builder.kind(kind).name(name).start();
    }

    private static @Nullable String format(TraceContext context) {
        if (context.traceId().isBlank()) {
            return null;
        }
        return "00-" + context.traceId() + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }

    /** An open span. */
    public static final class Scope implements AutoCloseable {
        private final Span span;
        private final Tracer.SpanInScope inScope;

        private Scope(Span span, Tracer.SpanInScope inScope) {
            this.span = span;
            this.inScope = inScope;
        }

        /** What to record with the events, or null if tracing is off. */
        public @Nullable String traceparent() {
            return format(span.context());
        }

        @Override
        public void close() {
            inScope.close();
            span.end();
        }
    }
}
