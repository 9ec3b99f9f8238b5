package org.servicepartner.notification.domain;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The languages that letters are written in. */
public enum Language {
    EN(Locale.ENGLISH),
    DE(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The code, as in {@code lang="en"}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language with this code; English for one that we do not write. */
    public static Language of(@Nullable String code) {
        return DE.code().equalsIgnoreCase(code) ? DE : EN;
    }
}
