package org.servicepartner.partner.web;

import java.text.Normalizer;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What people type, in the one form in which it is checked and kept. */
final class Texts {
    private Texts() {}

    static String name(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    static String email(@Nullable String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }
}
