package org.servicepartner.observability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The part of a query that picks series: a metric, and what its labels must be.
 *
 * @param text as it stands in the query
 */
public record Selector(String text, String metric, List<Matcher> matchers) {
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /** What can stand in brackets behind these is names of labels, and what stands in square ones is a time. */
    private static final Pattern NO_SERIES = Pattern.compile(
            "\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\[[^]]*]|\\boffset\\s+\\w+");

    /** A name that is not that of a function. */
    private static final Pattern SELECTOR = Pattern.compile(
            "(?<![\\w:.])([a-zA-Z_:][\\w:]*+)(?!\\s*\\()\\s*+(\\{(?:[^}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*})?");

    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** All of a query. */
    static List<Selector> in(String query) {
        return SELECTOR.matcher(NO_SERIES.matcher(query).replaceAll(" "))
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found -> new Selector(found.group().strip(), found.group(1), matchers(found.group(2))))
                .toList();
    }

    private static List<Matcher> matchers(@Nullable String labels) {
        return labels == null
                ? List.of()
                : MATCHER.matcher(labels).results().map(Matcher::of).toList();
    }

    /** Whether it picks the series with these labels; one that is not there is empty. */
    public boolean picks(String name, Map<String, String> labels) {
        return metric.equals(name)
                && matchers.stream().allMatch(matcher -> matcher.accepts(labels.getOrDefault(matcher.label, "")));
    }

    /** The labels that it names. */
    public Set<String> labels() {
        return matchers.stream().map(Matcher::label).collect(Collectors.toSet());
    }

    /** What one label must be. */
    record Matcher(String label, String operator, String value) {
        private static Matcher of(MatchResult found) {
            return new Matcher(found.group(1), found.group(2), found.group(3));
        }

        private boolean accepts(String actual) {
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> actual.matches(value);
                default -> !actual.matches(value);
            };
        }
    }
}
