package org.servicepartner.partner.web;

import java.text.Normalizer;
import java.util.Locale;

/** What people type, in the one form in which it is kept. */
final class Texts {
    private Texts() {}

    static String name(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    static String email(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
