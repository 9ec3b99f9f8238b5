package org.servicepartner.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the project has for those who run it: alert rules, dashboards and a runbook.
 *
 * @param root the project's directory
 */
public record Project(Path root) {
    static final YAMLMapper YAML = YAMLMapper.builder().build();
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** A block of a page, in the language that its fence names. */
    public record Block(String page, String language, String text) {}

    private static final Pattern LISTED_METRIC = Pattern.compile("(?m)^\\| `(servicepartner_\\w+)(?:\\{[^`]*)?` \\|");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w+)\\n(.*?)^\\1```$");

    Path alerts() {
        return root.resolve("deploy/observability/alerts");
    }

    Path dashboards() {
        return root.resolve("deploy/observability/dashboards");
    }

    Path runbook() {
        return root.resolve("docs/runbook");
    }

    /** All queries of rules, dashboards and runbook. */
    public List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        rules().forEach(rule ->
                queries.add(new Query(name(rule), rule.path("expr").asString())));
        queries.addAll(dashboardQueries());
        blocks("promql").forEach(block -> queries.add(new Query(block.page, block.text)));
        return queries;
    }

    /** The names that rules give to what they compute. */
    public Set<String> recorded() {
        return rules().stream()
                .map(rule -> rule.path("record").asString(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Those of the platform's own. */
    public List<String> listedMetrics() {
        return LISTED_METRIC
                .matcher(read(root.resolve("deploy/observability/README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    List<JsonNode> rules() {
        return files(alerts(), ".yaml")
                .map(file -> YAML.readTree(file.toFile()))
                .flatMap(file -> file.path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    List<JsonNode> alertRules() {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }

    private static String name(JsonNode rule) {
        return rule.path(rule.has("alert") ? "alert" : "record").asString();
    }

    /** Every value of a variable is asked for, and the interval is one that needs few samples. */
    List<Query> dashboardQueries() {
        return files(dashboards(), ".json")
                .map(file -> JSON.readTree(file.toFile()))
                .flatMap(dashboard -> dashboard.findValues("expr").stream()
                        .map(expression -> new Query(
                                dashboard.path("title").asString(),
                                expression
                                        .asString()
                                        .replace("$__rate_interval", "5m")
                                        .replace("$job", ".+"))))
                .toList();
    }

    /** The blocks of the runbook in a language, also those within lists. */
    public List<Block> blocks(String language) {
        return files(runbook(), ".md")
                .flatMap(page -> BLOCK.matcher(read(page))
                        .results()
                        .map(block -> new Block(
                                page.getFileName().toString(),
                                block.group(2),
                                block.group(3).indent(-block.group(1).length()).strip())))
                .filter(block -> block.language.equals(language))
                .toList();
    }

    static Stream<Path> files(Path directory, String ending) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
