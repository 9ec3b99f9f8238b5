package org.servicepartner.platform.telemetry;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
    @Bean
    MessageTracing messageTracing(ObjectProvider<Tracer> tracer, ObjectProvider<SpanExporter> exporters) {
        boolean exported = exporters.stream().findAny().isPresent();
        return new MessageTracing(tracer.getIfAvailable(() -> Tracer.NOOP), exported);
    }
}
