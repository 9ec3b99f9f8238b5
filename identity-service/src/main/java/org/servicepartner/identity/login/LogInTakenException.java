package org.servicepartner.identity.login;

/** Keycloak has a log-in under the address that is not the user's. */
public final class LogInTakenException extends RuntimeException {
    LogInTakenException() {
        super("There is another log-in under this address.");
    }
}
