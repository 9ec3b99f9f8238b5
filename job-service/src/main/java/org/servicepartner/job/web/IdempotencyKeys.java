package org.servicepartner.job.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import org.servicepartner.platform.problem.ProblemException;

/** The names that phones give to their commands, so that a repetition is known as one. */
final class IdempotencyKeys {
    static final String EXPECTED = "must be 1 to 64 letters, digits, hyphens or underscores";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private IdempotencyKeys() {}

    static boolean isKey(@Nullable String text) {
        return text != null && KEY.matcher(text).matches();
    }

    static String required(@Nullable String header) {
        if (!isKey(header)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-missing",
                    "Idempotency key missing",
                    "The header Idempotency-Key " + EXPECTED + ".",
                    "Make a random key for every command, and send the same one when you repeat it.");
        }
        return header;
    }
}
