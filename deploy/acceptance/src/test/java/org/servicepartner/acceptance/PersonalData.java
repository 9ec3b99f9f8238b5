package org.servicepartner.acceptance;

import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** What must be neither in a log nor in a trace: who somebody is, and what opens a door. */
final class PersonalData {
    private static final String ADDRESS = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";

    /** See ADR 14: the id of an invitation and its signature. */
    private static final String LINK_TOKEN = "[0-9a-f-]{36}\\.[\\w-]{43}(?![\\w-])";

    private static final String ACCESS_TOKEN = "eyJ[\\w-]{10,}\\.[\\w-]+";

    private final Pattern pattern;

    /** @param names first and last names of people */
    PersonalData(Collection<String> names) {
        String name = names.stream().map(Pattern::quote).collect(joining("|", "(?<![\\w-])(?:", ")(?![\\w-])"));
        this.pattern = Pattern.compile(String.join("|", List.of(ADDRESS, LINK_TOKEN, ACCESS_TOKEN, name)));
    }

    /** All of it that is in the text. */
    Stream<String> in(String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }
}
