package org.servicepartner.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When somebody is reminded of what is about to expire: once, some time before, and not at all of what was given no longer than
 * that.
 *
 * @param lead time left when the reminder is sent
 */
public record ReminderRule(Duration lead) {
    public ReminderRule {
        if (!lead.isPositive()) {
            throw new IllegalArgumentException("The time between a reminder and the end must be positive, not " + lead);
        }
    }

    /** The time of the reminder, or nothing if there is none. */
    public Optional<Instant> timeFor(Instant givenAt, Instant expiresAt) {
        return Optional.of(expiresAt.minus(lead)).filter(time -> time.isAfter(givenAt));
    }
}
