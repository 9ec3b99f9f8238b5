package org.servicepartner.identity.login;

import org.jspecify.annotations.Nullable;

/**
 * What Keycloak is to know of a user.
 *
 * @param email the address to log in with, in lower case
 * @param realmRole the role in tokens
 * @param open whether the user can log in
 */
public record LogIn(
        String userId,
        String partnerId,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String realmRole,
        boolean open) {}
