package org.servicepartner.notification.domain;

import java.util.Locale;

/** The kinds of e-mail. The name is stored and never changes; the words are in the folder of the same name. */
public enum LetterKind {
    COMPLETE_REGISTRATION(Letter.CompleteRegistration.class),
    USER_INVITATION(Letter.UserInvitation.class),
    INVITATION_EXPIRING(Letter.InvitationExpiring.class),
    FLEET_CONNECTION_REQUESTED(Letter.FleetConnectionRequested.class),
    REQUEST_EXPIRING(Letter.RequestExpiring.class),
    CONNECTION_DELETED(Letter.ConnectionDeleted.class),
    NDA_SIGNED(Letter.NdaSigned.class);

    private final Class<? extends Letter> letter;

    LetterKind(Class<? extends Letter> letter) {
        this.letter = letter;
    }

    public String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Class<? extends Letter> letter() {
        return letter;
    }

    /** What kind of letter it is. */
    public static LetterKind of(Letter letter) {
        return switch (letter) {
            case Letter.CompleteRegistration registration -> COMPLETE_REGISTRATION;
            case Letter.UserInvitation invitation -> USER_INVITATION;
            case Letter.InvitationExpiring expiring -> INVITATION_EXPIRING;
            case Letter.FleetConnectionRequested requested -> FLEET_CONNECTION_REQUESTED;
            case Letter.RequestExpiring expiring -> REQUEST_EXPIRING;
            case Letter.ConnectionDeleted deleted -> CONNECTION_DELETED;
            case Letter.NdaSigned signed -> NDA_SIGNED;
        };
    }
}
