package org.servicepartner.platform.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
    private static final String URL = "http.url";

    @Bean
    MessageTracing messageTracing(ObjectProvider<Tracer> tracer, ObjectProvider<SpanExporter> exporters) {
        boolean exported = exporters.stream().findAny().isPresent();
        return new MessageTracing(tracer.getIfAvailable(() -> Tracer.NOOP), exported);
    }

    /** What is asked for may name a person; the span of a call tells the address that it went to and not the query. */
    @Bean
    ObservationFilter addressesWithoutQuery() {
        return context -> {
            KeyValue url = context.getHighCardinalityKeyValue(URL);
            int query = url == null ? -1 : url.getValue().indexOf('?');
            return query < 0
                    ? context
                    : context.addHighCardinalityKeyValue(
                            KeyValue.of(URL, url.getValue().substring(0, query)));
        };
    }
}
