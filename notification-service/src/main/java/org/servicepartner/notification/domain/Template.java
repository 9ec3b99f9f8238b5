package org.servicepartner.notification.domain;

/** The kinds of e-mail. The name is stored and never changes; the words are in the folder of the same name. */
public enum Template {
    FLEET_CONNECTION_REQUESTED("fleet-connection-requested", Letter.FleetConnectionRequested.class);

    private final String folder;
    private final Class<? extends Letter> letter;

    Template(String folder, Class<? extends Letter> letter) {
        this.folder = folder;
        this.letter = letter;
    }

    public String folder() {
        return folder;
    }

    public Class<? extends Letter> letter() {
        return letter;
    }

    /** The template that words the letter. */
    public static Template of(Letter letter) {
        return switch (letter) {
            case Letter.FleetConnectionRequested requested -> FLEET_CONNECTION_REQUESTED;
        };
    }
}
