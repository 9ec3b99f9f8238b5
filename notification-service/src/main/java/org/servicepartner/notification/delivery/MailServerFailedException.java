package org.servicepartner.notification.delivery;

/** The mail server did not take the letter this time. */
final class MailServerFailedException extends RuntimeException {
    MailServerFailedException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
