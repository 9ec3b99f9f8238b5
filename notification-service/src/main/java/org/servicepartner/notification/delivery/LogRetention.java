package org.servicepartner.notification.delivery;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** The log says who got a letter for as long as somebody asks; every replica may see to it. */
public final class LogRetention {
    private static final Logger LOG = LoggerFactory.getLogger(LogRetention.class);

    private final Outbox outbox;
    private final Duration keepPeople;
    private final Clock clock;

    public LogRetention(Outbox outbox, Duration keepPeople, Clock clock) {
        this.outbox = outbox;
        this.keepPeople = keepPeople;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetPeople() {
        int letters = outbox.forgetPeople(clock.instant().minus(keepPeople));
        LOG.debug("Forgot to whom {} letters went", letters);
    }
}
