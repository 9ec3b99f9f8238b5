package org.servicepartner.identity.registration;

import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.domain.UserRefusal;
import org.servicepartner.identity.view.InvitationEntry;

/** Why nobody can register with a link. */
public final class LinkRefusedException extends RuntimeException {
    /** A code for programs. */
    public enum Reason {
        INVALID,
        EXPIRED,
        USED,
        REVOKED,
        REPLACED
    }

    private final Reason reason;
    private final transient @Nullable InvitationEntry invitation;

    private LinkRefusedException(Reason reason, @Nullable InvitationEntry invitation) {
        super("The link is " + reason);
        this.reason = reason;
        this.invitation = invitation;
    }

    static LinkRefusedException invalid() {
        return new LinkRefusedException(Reason.INVALID, null);
    }

    static LinkRefusedException because(Reason reason, InvitationEntry invitation) {
        return new LinkRefusedException(reason, invitation);
    }

    static LinkRefusedException of(UserRefusal refusal, InvitationEntry invitation) {
        return because(
                switch (refusal.reason()) {
                    case INVITATION_USED -> Reason.USED;
                    case INVITATION_REVOKED -> Reason.REVOKED;
                    case INVITATION_REPLACED -> Reason.REPLACED;
                    case INVITATION_EXPIRED -> Reason.EXPIRED;
                    default -> throw refusal;
                },
                invitation);
    }

    public Reason reason() {
        return reason;
    }

    /** What the link is for; null if it is for nothing. */
    public @Nullable InvitationEntry invitation() {
        return invitation;
    }
}
