package org.servicepartner.platform.telemetry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Spans around messages, linked by the W3C {@code traceparent} that travels in message headers and event metadata. Where spans are
 * not exported none are made of messages, which are many; the context that came with one is passed on as it is.
 */
public final class MessageTracing {
    /** Version 00 of W3C Trace Context, section 3.2. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})");

    private final Tracer tracer;
    private final boolean exported;

    MessageTracing(Tracer tracer, boolean exported) {
        this.tracer = tracer;
        this.exported = exported;
    }

    /** Opens the span of handling a message; the parent is the sender's, if there is one. */
    public Scope receive(String type, @Nullable String traceparent) {
        if (!exported) {
            return new Scope(Span.NOOP, () -> {}, traceparent);
        }
        Span span = start(Span.Kind.CONSUMER, "receive " + type, traceparent);
        return new Scope(span, tracer.withSpan(span), format(span.context()));
    }

    /** Notes that a message is sent on behalf of the given context, and returns the context for its header. */
    public @Nullable String send(String type, @Nullable String traceparent) {
        if (traceparent == null || !exported) {
            return traceparent;
        }
        Span span = start(Span.Kind.PRODUCER, "send " + type, traceparent);
        span.end();
        return format(span.context());
    }

    /** The context of what this thread is doing, such as answering an HTTP request; null if there is none. */
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        return span == null ? null : format(span.context());
    }

    private Span start(Span.Kind kind, String name, @Nullable String traceparent) {
        Span.Builder builder = tracer.spanBuilder().kind(kind).name(name);
        Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (!parts.matches()) {
            return builder.setNoParent().start();
        }
        return builder.setParent(tracer.traceContextBuilder()
                        .traceId(parts.group("trace"))
                        .spanId(parts.group("span"))
                        .sampled((Integer.parseInt(parts.group("flags"), 16) & 1) == 1)
                        .build())
                .start();
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

        private final @Nullable String traceparent;

        private Scope(Span span, Tracer.SpanInScope inScope, @Nullable String traceparent) {
            this.span = span;
            this.inScope = inScope;
            this.traceparent = traceparent;
        }

        /** What to record with the events; null if there is no trace to follow. */
        public @Nullable String traceparent() {
            return traceparent;
        }

        @Override
        public void close() {
            inScope.close();
            span.end();
        }
    }
}
