package org.servicepartner.identity.domain;

/** Why a user account does not do what it is asked. */
public final class UserRefusal extends RuntimeException {
    /** A code for programs. */
    public enum Reason {
        USER_OF_ANOTHER_PARTNER,
        USER_REMOVED,
        USER_NOT_REMOVED,
        LAST_ADMIN,
        ADDRESS_TAKEN_HERE,
        ADDRESS_TAKEN_ELSEWHERE,
        NOT_INVITED,
        INVITATION_USED,
        INVITATION_REVOKED,
        INVITATION_REPLACED,
        INVITATION_EXPIRED
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

    static UserRefusal notRemoved() {
        return new UserRefusal(
                Reason.USER_NOT_REMOVED,
                "The user has not been removed yet; an admin of the partner removes it first.");
    }

    static UserRefusal lastAdmin() {
        return new UserRefusal(
                Reason.LAST_ADMIN, "This is the last active admin, who can be neither removed nor made a technician.");
    }

    static UserRefusal addressTakenHere() {
        return new UserRefusal(
                Reason.ADDRESS_TAKEN_HERE, "Somebody in your team is invited or active under this address already.");
    }

    /** Does not say whose user it is. */
    static UserRefusal addressTakenElsewhere() {
        return new UserRefusal(Reason.ADDRESS_TAKEN_ELSEWHERE, "This address cannot be invited: it is in use already.");
    }

    static UserRefusal notInvited() {
        return new UserRefusal(Reason.NOT_INVITED, "The user has no open invitation.");
    }

    static UserRefusal invitationUsed() {
        return new UserRefusal(Reason.INVITATION_USED, "The account has been registered with this link already.");
    }

    static UserRefusal invitationRevoked() {
        return new UserRefusal(Reason.INVITATION_REVOKED, "The invitation has been taken back.");
    }

    static UserRefusal invitationReplaced() {
        return new UserRefusal(Reason.INVITATION_REPLACED, "A newer link has been sent; this one has ended.");
    }

    static UserRefusal invitationExpired() {
        return new UserRefusal(Reason.INVITATION_EXPIRED, "The link has expired.");
    }

    public Reason reason() {
        return reason;
    }
}
