package org.servicepartner.identity.login;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One rule that a new password has to follow.
 *
 * @param rule Keycloak's name of it, for example {@code length}
 * @param value what it counts to, for example 12; null if it does not count
 */
public record PasswordRule(String rule, @Nullable Integer value) {
    /** What a person who chooses a first password has to know; other parts of a policy concern hashing or later changes. */
    private static final Set<String> FOR_PEOPLE = Set.of(
            "length",
            "maxLength",
            "digits",
            "lowerCase",
            "upperCase",
            "specialChars",
            "notUsername",
            "notContainsUsername",
            "notEmail");

    private static final Pattern RULE = Pattern.compile("(\\w+)(?:\\((\\d+|undefined)?\\))?");

    /** The rules in Keycloak's own form: {@code length(12) and notEmail}. */
    static List<PasswordRule> of(String policy) {
        return Pattern.compile(" and ")
                .splitAsStream(policy)
                .map(String::strip)
                .map(RULE::matcher)
                .filter(rule -> rule.matches() && FOR_PEOPLE.contains(rule.group(1)))
                .map(rule -> new PasswordRule(rule.group(1), number(rule.group(2))))
                .toList();
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null || text.equals("undefined") ? null : Integer.valueOf(text);
    }
}
