package org.servicepartner.platform.telemetry;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {
    /** Where spans go nowhere none are made; the context that came with a message is passed on as it is. */
    @Bean
    MessageTracing messageTracing(
            ObjectProvider<Tracer> tracer, @Value("${management.tracing.export.enabled:true}") boolean exported) {
        return new MessageTracing(exported ? tracer.getIfAvailable(() -> Tracer.NOOP) : Tracer.NOOP);
    }
}
