package org.servicepartner.notification.email;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.Role;

/** What a template may name. A fact that is not known is not there, and templates ask for it before they use it. */
final class Facts {
    private static final int LONGEST_NAME = 120;

    private final Map<String, Object> byName = new HashMap<>();
    private final Language language;

    Facts(Language language) {
        this.language = language;
        byName.put("language", language.code());
        byName.put(language.code(), true);
    }

    /** Others' words: on one line, of bearable length, and without characters that turn the direction of what follows. */
    Facts name(String name, @Nullable String text) {
        String clean = text == null ? "" : oneLine(text);
        if (!clean.isEmpty()) {
            byName.put(name, clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME - 1) + "…");
        }
        return this;
    }

    Facts text(String name, String text) {
        byName.put(name, text);
        return this;
    }

    Facts time(String name, Instant time) {
        DateTimeFormatter form =
                switch (language) {
                    case EN -> DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", language.locale());
                    case DE -> DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr (UTC)'", language.locale());
                };
        byName.put(name, form.withZone(ZoneOffset.UTC).format(time));
        return this;
    }

    Facts role(Role role) {
        return given("admin", role == Role.ADMIN).given("technician", role == Role.TECHNICIAN);
    }

    Facts given(String name, boolean given) {
        byName.put(name, given);
        return this;
    }

    Map<String, Object> byName() {
        return byName;
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .replaceAll("[\\p{Cntrl}\\p{Z}\\s\\u0085]+", " ")
                .strip();
    }
}
