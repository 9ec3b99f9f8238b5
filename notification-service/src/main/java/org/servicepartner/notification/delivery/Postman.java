package org.servicepartner.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.LetterKind;
import org.servicepartner.notification.domain.RetryRule;

/**
 * Takes due letters to the mail server, one transaction each: the row stays locked until the server has answered, so no replica
 * sends it meanwhile, and it is free again at once if this process dies. Only a crash between the server's answer and the commit
 * leads to a second e-mail; it carries the same Message-ID. A letter that is not true any more when its turn comes is not sent.
 */
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration[] DELAYS = {
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(3),
        Duration.ofDays(1)
    };

    private final Outbox outbox;
    private final Relevance relevance;
    private final MailServer mailServer;
    private final RetryRule retries;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer delay;

    public Postman(
            Outbox outbox,
            Relevance relevance,
            MailServer mailServer,
            RetryRule retries,
            TransactionOperations transaction,
            Clock clock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.relevance = relevance;
        this.mailServer = mailServer;
        this.retries = retries;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
        this.delay = Timer.builder("servicepartner.deliveries.delay")
                .description("From ordering a letter to the mail server taking it")
                .serviceLevelObjectives(DELAYS)
                .register(meters);
    }

    /** Goes on until nothing is due, or the server fails: then the next round tries again. */
    @Scheduled(fixedDelayString = "${servicepartner.delivery.interval}")
    void deliverAllDue() {
        boolean goOn = true;
        while (goOn) {
            goOn = Boolean.TRUE.equals(transaction.execute(status -> deliverOne()));
        }
    }

    private boolean deliverOne() {
        Optional<Delivery> due = outbox.claimDue(clock.instant());
        return due.isPresent() && deliver(due.get());
    }

    private boolean deliver(Delivery delivery) {
        Optional<String> objection = relevance.objectionTo(delivery.letter(), clock.instant());
        if (objection.isPresent()) {
            outbox.superseded(delivery, clock.instant(), objection.get());
            count(delivery, "superseded");
            return true;
        }
        try {
            mailServer.take(delivery);
            Instant sentAt = clock.instant();
            outbox.sent(delivery, sentAt);
            delay.record(Duration.between(delivery.orderedAt(), sentAt));
            count(delivery, "sent");
            return true;
        } catch (UndeliverableException e) {
            giveUp(delivery, e.getMessage());
            return true;
        } catch (MailServerFailedException e) {
            retries.nextAttempt(delivery, clock.instant())
                    .ifPresentOrElse(
                            next -> tryAgain(delivery, next, e.getMessage()), () -> giveUp(delivery, e.getMessage()));
            return false;
        }
    }

    private void tryAgain(Delivery delivery, Instant next, String error) {
        LOG.info(
                "Letter for cause {} was not taken, attempt {}, next one at {}",
                delivery.causeId(),
                delivery.failedAttempts() + 1,
                next);
        outbox.tryAgain(delivery, next, error);
        count(delivery, "postponed");
    }

    private void giveUp(Delivery delivery, String error) {
        LOG.warn(
                "Letter for cause {} is given up after attempt {}: see its row in the table delivery",
                delivery.causeId(),
                delivery.failedAttempts() + 1);
        outbox.failed(delivery, clock.instant(), error);
        count(delivery, "failed");
    }

    private void count(Delivery delivery, String outcome) {
        meters.counter(
                        "servicepartner.deliveries",
                        "template",
                        LetterKind.of(delivery.letter()).folder(),
                        "outcome",
                        outcome)
                .increment();
    }
}
