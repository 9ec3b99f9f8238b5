package org.servicepartner.identity.domain;

/** Why somebody was invited. */
public enum InvitationKind {
    /** A mobility provider asked for a partner that nobody administers yet. */
    FIRST_ADMIN,
    /** An admin of the partner asked. */
    COLLEAGUE
}
