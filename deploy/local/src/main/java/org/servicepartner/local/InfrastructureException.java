package org.servicepartner.local;

/** A server could not be started or reached; the message is a sentence that says what happened and what to do. */
public final class InfrastructureException extends RuntimeException {

    public InfrastructureException(String message) {
        super(message);
    }

    public InfrastructureException(String message, Throwable cause) {
        super(message, cause);
    }
}
