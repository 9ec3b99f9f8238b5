package org.servicepartner.identity.login;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's password policy refuses the password. */
public final class PasswordRefusedException extends RuntimeException {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final String code;

    /**
     * @param code Keycloak's name of the broken rule
     * @param words Keycloak's sentence about it, in English
     */
    PasswordRefusedException(String code, String words) {
        super(words);
        this.code = code;
    }

    /** The sentence in German or English; a rule without a translation is told in Keycloak's English. */
    public String sentence(Locale locale) {
        String words = String.valueOf(getMessage());
        try {
            Matcher number = NUMBER.matcher(words);
            return ResourceBundle.getBundle(
                            "login.password-refusals",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(code)
                    .replace("{0}", number.find() ? number.group() : "?");
        } catch (MissingResourceException untranslated) {
            return words;
        }
    }
}
