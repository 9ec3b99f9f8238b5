package org.servicepartner.identity.domain;

/** Why a user account does not do what it is asked. */
public final class UserRefusal extends RuntimeException {
    /** A code for programs. */
    public enum Reason {
        USER_OF_ANOTHER_PARTNER,
        USER_REMOVED,
        LAST_ADMIN
    }

    private final Reason reason;

    private UserRefusal(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    static UserRefusal ofAnotherPartner() {
        return new UserRefusal(Reason.USER_OF_ANOTHER_PARTNER, "The user belongs to another service partner.");
    }

    static UserRefusal removed() {
        return new UserRefusal(Reason.USER_REMOVED, "The user has been removed; its role cannot be changed any more.");
    }

    static UserRefusal lastAdmin() {
        return new UserRefusal(
                Reason.LAST_ADMIN, "This is the last active admin, who can be neither removed nor made a technician.");
    }

    public Reason reason() {
        return reason;
    }
}
