package org.servicepartner.identity.domain;

/** What a user does for the service partner. */
public enum Role {
    ADMIN,
    TECHNICIAN
}
