package org.servicepartner.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows what waits to be sent: the same at every replica. */
public final class Backlog {
    private Backlog() {}

    public static void measure(Outbox outbox, Clock clock, MeterRegistry meters) {
        Gauge.builder("servicepartner.deliveries.pending", outbox, Outbox::pending)
                .description("Letters that wait to be sent")
                .strongReference(true)
                .register(meters);
        Gauge.builder("servicepartner.deliveries.oldest", outbox, known -> age(known, clock))
                .description("Age of the oldest letter that waits to be sent, 0 if none does")
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
    }

    private static double age(Outbox outbox, Clock clock) {
        Optional<Duration> age = outbox.oldestPending().map(ordered -> Duration.between(ordered, clock.instant()));
        return age.map(Duration::toMillis).orElse(0L) / 1000.0;
    }
}
