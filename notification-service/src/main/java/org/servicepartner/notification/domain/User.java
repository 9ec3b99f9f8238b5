package org.servicepartner.notification.domain;

import org.jspecify.annotations.Nullable;

/** Somebody who gets letters. */
public record User(
        String email, @Nullable Language language, @Nullable String firstName) {
    /** The language the user has chosen, or else this one. */
    public Language languageOr(Language other) {
        return language == null ? other : language;
    }
}
