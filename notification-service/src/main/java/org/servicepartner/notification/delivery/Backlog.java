package org.servicepartner.notification.delivery;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Shows what waits to be sent: the same at every replica. Measured some times a minute and not with every scrape, which must be
 * answered while the database is away.
 */
public final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN);

    private final Outbox outbox;
    private final Clock clock;
    private volatile Waiting waiting = UNKNOWN;

    public Backlog(Outbox outbox, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        Gauge.builder("servicepartner.deliveries.pending", this, it -> it.waiting.letters)
                .description("Letters that wait to be sent")
                .register(meters);
        Gauge.builder("servicepartner.deliveries.oldest", this, it -> it.waiting.seconds)
                .description("Age of the oldest letter that waits to be sent, 0 if none does")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${servicepartner.delivery.measure-interval:10s}")
    void measure() {
        try {
            waiting = new Waiting(outbox.pending(), age());
        } catch (DataAccessException | TransactionException e) {
            LOG.info("The backlog cannot be measured: {}", e.toString());
            waiting = UNKNOWN;
        }
    }

    private double age() {
        return outbox.oldestPending()
                        .map(ordered -> Duration.between(ordered, clock.instant()))
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1000.0;
    }

    private record Waiting(double letters, double seconds) {}
}
