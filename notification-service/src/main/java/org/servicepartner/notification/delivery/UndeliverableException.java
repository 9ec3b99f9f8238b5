package org.servicepartner.notification.delivery;

/** The letter can never be delivered: the address is wrong, or the server refuses it for good. */
final class UndeliverableException extends RuntimeException {
    UndeliverableException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
