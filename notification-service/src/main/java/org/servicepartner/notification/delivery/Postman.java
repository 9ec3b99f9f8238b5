package org.servicepartner.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.RetryRule;
import org.servicepartner.notification.domain.Template;

/**
 * Takes due letters to the mail server, one transaction each: the row stays locked until the server has answered, so no replica
 * sends it meanwhile, and it is free again at once if this process dies. Only a crash between the server's answer and the commit
 * leads to a second e-mail; it carries the same Message-ID.
 */
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final MailServer mailServer;
    private final RetryRule retries;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    public Postman(
            Outbox outbox,
            MailServer mailServer,
            RetryRule retries,
            TransactionOperations transaction,
            Clock clock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.mailServer = mailServer;
        this.retries = retries;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${servicepartner.delivery.interval}")
    void deliverAllDue() {
        boolean found = true;
        while (found) {
            found = Boolean.TRUE.equals(transaction.execute(status -> deliverOne()));
        }
    }

    private boolean deliverOne() {
        Optional<Delivery> due = outbox.claimDue(clock.instant());
        due.ifPresent(this::deliver);
        return due.isPresent();
    }

    private void deliver(Delivery delivery) {
        try {
            mailServer.take(delivery);
            outbox.sent(delivery, clock.instant());
            count(delivery, "sent");
        } catch (UndeliverableException e) {
            giveUp(delivery, e.getMessage());
        } catch (MailServerFailedException e) {
            retries.nextAttempt(delivery, clock.instant())
                    .ifPresentOrElse(
                            next -> tryAgain(delivery, next, e.getMessage()), () -> giveUp(delivery, e.getMessage()));
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
                        Template.of(delivery.letter()).folder(),
                        "outcome",
                        outcome)
                .increment();
    }
}
