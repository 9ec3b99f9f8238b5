package org.servicepartner.platform.telemetry;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final SdkTracerProvider spans = SdkTracerProvider.builder().build();
    private final MessageTracing tracing =
            new MessageTracing(new OtelTracer(spans.get("test"), new OtelCurrentTraceContext(), event -> {}), true);

    @AfterEach
    void close() {
        spans.close();
    }

    @Test
    void eachStepIsASpanOfItsOwnInTheSendersTrace() {
        String received;
        try (MessageTracing.Scope scope = tracing.receive("job.created", PARENT)) {
            received = scope.traceparent();
        }
        String sent = tracing.send("visible-job", received);

        assertThat(received).startsWith("00-" + TRACE + "-").endsWith("-01").isNotEqualTo(PARENT);
        assertThat(sent).startsWith("00-" + TRACE + "-").endsWith("-01").isNotEqualTo(received);
    }

    @Test
    void aMessageWithoutATraceBeginsOne() {
        try (MessageTracing.Scope scope = tracing.receive("job.created", null)) {
            assertThat(scope.traceparent())
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                    .doesNotContain(TRACE);
        }
        try (MessageTracing.Scope scope = tracing.receive("job.created", "not a trace")) {
            assertThat(scope.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        }
    }

    @Test
    void whereNoSpansAreExportedTheTraceIsPassedOn() {
        MessageTracing off = new MessageTracing(Tracer.NOOP, false);
        try (MessageTracing.Scope scope = off.receive("job.created", PARENT)) {
            assertThat(scope.traceparent()).isEqualTo(PARENT);
        }
        assertThat(off.send("visible-job", PARENT)).isEqualTo(PARENT);
    }
}
