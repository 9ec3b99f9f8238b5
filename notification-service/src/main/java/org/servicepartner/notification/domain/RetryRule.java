package org.servicepartner.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a failed delivery is tried again: after a pause that doubles from attempt to attempt, until the letter is too old.
 *
 * @param firstPause after the first failure
 * @param longestPause the pause grows no further
 * @param giveUpAfter the letter was ordered
 */
public record RetryRule(Duration firstPause, Duration longestPause, Duration giveUpAfter) {
    private static final int LARGEST_DOUBLING = 30;

    /** The time of the next attempt, or nothing if it would come too late. */
    public Optional<Instant> nextAttempt(Delivery failed, Instant failedAt) {
        long factor = 1L << Math.min(failed.failedAttempts(), LARGEST_DOUBLING);
        Duration pause = firstPause.multipliedBy(factor);
        Instant next = failedAt.plus(pause.compareTo(longestPause) < 0 ? pause : longestPause);
        return Optional.of(next).filter(time -> !time.isAfter(failed.orderedAt().plus(giveUpAfter)));
    }
}
