package org.servicepartner.gateway.security;

/** Thrown when a question could not be put to the identity provider, which says nothing about the person asking. */
class IdentityProviderUnavailable extends RuntimeException {

    IdentityProviderUnavailable(Throwable cause) {
        super("The identity provider cannot be reached: " + cause.getMessage(), cause);
    }
}
