package org.servicepartner.identity.login;

/** Keycloak cannot be reached or does not do what this service may ask of it; the same can be tried again later. */
public final class LogInsUnavailableException extends RuntimeException {
    LogInsUnavailableException(Throwable cause) {
        super("Keycloak does not do what it is asked: " + cause.getMessage(), cause);
    }
}
