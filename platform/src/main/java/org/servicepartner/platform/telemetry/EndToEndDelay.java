package org.servicepartner.platform.telemetry;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** How long news takes from where it began to whoever waits for it: a histogram with the limits that objectives are made of. */
public final class EndToEndDelay {
    private static final Duration[] LIMITS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final Timer timer;

    public EndToEndDelay(String name, String description, Tags tags, MeterRegistry meters) {
        this.timer = Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(LIMITS)
                .register(meters);
    }

    /** The clocks of two machines differ: what seems to have arrived before it was published took no time. */
    public void record(Instant publishedAt, Instant arrivedAt) {
        Duration delay = Duration.between(publishedAt, arrivedAt);
        timer.record(delay.isNegative() ? Duration.ZERO : delay);
    }
}
