package org.servicepartner.notification.domain;

import java.time.Instant;

/**
 * A letter on its way to one recipient.
 *
 * @param causeId id of the message that is the reason for the letter, or of what is about to expire
 * @param failedAttempts so far
 */
public record Delivery(
        String causeId, String recipient, Language language, Letter letter, int failedAttempts, Instant orderedAt) {
    /** A letter that was just ordered. */
    public static Delivery ordered(
            String causeId, String recipient, Language language, Letter letter, Instant orderedAt) {
        return new Delivery(causeId, recipient, language, letter, 0, orderedAt);
    }
}
