package org.servicepartner.local;

import java.time.Instant;
import java.util.List;

/**
 * One caught mail.
 *
 * @param id counts from 1 in the order of arrival
 * @param messageId the header {@code Message-ID}, or empty
 * @param text the plain part, or empty
 * @param html the HTML part, or empty
 */
public record Mail(
        long id,
        String from,
        List<String> to,
        String messageId,
        String subject,
        Instant receivedAt,
        String text,
        String html) {}
