package org.servicepartner.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prometheus' own tool for checking rules. */
record Promtool(int exitCode, String output) {
    static Promtool run(Object... arguments) {
        List<String> command = new ArrayList<>(List.of("promtool"));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Promtool(process.waitFor(), output);
        } catch (IOException e) {
            throw new AssertionError(
                    "The tool 'promtool' is missing. Install it (Debian: apt-get install prometheus) and try again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Promtool testRules(Path directory) {
        return testRules(directory, "");
    }

    /** Runs the files in which the alert is named: those of days take seconds each. */
    static Promtool testRules(Path directory, String alert) {
        Stream<Path> files = Project.files(directory, ".yaml")
                .filter(file -> Project.read(file).contains(alert));
        return run(Stream.concat(Stream.of("test", "rules"), files).toArray());
    }

    /** Whether these are queries: promtool parses them as those of rules. */
    static Promtool parse(List<Query> queries, Path directory) {
        List<Map<String, String>> rules = new ArrayList<>();
        for (Query query : queries) {
            rules.add(Map.of("record", "query_" + rules.size(), "expr", query.expression()));
        }
        try {
            Path file = directory.resolve("queries.yaml");
            Files.writeString(
                    file,
                    Project.YAML.writeValueAsString(
                            Map.of("groups", List.of(Map.of("name", "queries", "rules", rules)))));
            return run("check", "rules", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
