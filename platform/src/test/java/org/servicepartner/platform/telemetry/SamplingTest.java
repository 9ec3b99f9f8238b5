package org.servicepartner.platform.telemetry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** Spring Boot itself passes the variable over unless another one names a sampler. */
class SamplingTest {
    @ParameterizedTest
    @CsvSource({"OTHER=1, 0.1", "OTEL_TRACES_SAMPLER_ARG=0.5, 0.5"})
    void theEnvironmentSaysWhichPartOfTheTracesLeaves(String variable, double probability) {
        new ApplicationContextRunner()
                .withPropertyValues("spring.config.import=classpath:platform.yaml", variable)
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .run(context -> assertThat(context.getEnvironment()
                                .getProperty("management.tracing.sampling.probability", Double.class))
                        .isEqualTo(probability));
    }
}
