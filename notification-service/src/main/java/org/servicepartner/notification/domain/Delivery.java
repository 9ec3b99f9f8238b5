package org.servicepartner.notification.domain;

import java.time.Instant;

/**
 * A letter on its way to one recipient.
 *
 * @param causeId id of the message that is the reason for the letter
 * @param failedAttempts so far
 */
public record Delivery(String causeId, String recipient, Letter letter, int failedAttempts, Instant orderedAt) {}
