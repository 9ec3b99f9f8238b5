package org.servicepartner.observability;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** Every alert fires when it must and only then, and says what to do. */
class AlertRulesTest {
    private static final Project PROJECT =
            new Project(Path.of("../..").toAbsolutePath().normalize());
    private static final Path TESTS = Path.of("tests");
    private static final Pattern OBJECTIVE = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| (\\d[\\d.]*) % \\|$");

    @TempDir
    Path directory;

    @Test
    void thePrometheusOfTheLocalStackAndItsRulesAreValid() {
        Promtool check = Promtool.run("check", "config", "prometheus.yaml");

        assertThat(check.exitCode()).as(check.output()).isZero();
    }

    @Test
    void everyAlertFiresWhenItMustAndOnlyThen() {
        Promtool test = Promtool.testRules(TESTS);

        assertThat(test.exitCode()).as(test.output()).isZero();
    }

    static Stream<Arguments> brokenAlerts() {
        return PROJECT.alertRules().stream()
                .map(rule -> rule.path("alert").asString())
                .flatMap(alert -> Stream.of(
                        Arguments.of(alert, "never fires", "vector(1) > 1"),
                        Arguments.of(alert, "always fires", "vector(1)")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("brokenAlerts")
    void anAlertThatIsBrokenFailsTheTests(String alert, String how, String expression) throws IOException {
        copyWith(alert, expression);

        Promtool test = Promtool.testRules(directory.resolve("tests"));

        assertThat(test.exitCode()).as("the tests when %s %s", alert, how).isNotZero();
        assertThat(test.output()).contains("FAILED").contains(alert);
    }

    /** Of the rules in alerts/x.yaml and of their tests, which are in tests/x*.yaml. */
    private void copyWith(String alert, String expression) throws IOException {
        Path alerts = Files.createDirectory(directory.resolve("alerts"));
        Path tests = Files.createDirectory(directory.resolve("tests"));
        for (Path file : Project.files(PROJECT.alerts(), ".yaml").toList()) {
            JsonNode content = Project.YAML.readTree(file.toFile());
            List<JsonNode> rules = content.findParents("alert").stream()
                    .filter(rule -> rule.path("alert").asString().equals(alert))
                    .toList();
            if (!rules.isEmpty()) {
                rules.forEach(rule -> ((ObjectNode) rule).put("expr", expression));
                Files.writeString(alerts.resolve(file.getFileName()), Project.YAML.writeValueAsString(content));
                String name = file.getFileName().toString().replace(".yaml", "");
                for (Path test : Project.files(TESTS, ".yaml").toList()) {
                    if (test.getFileName().toString().startsWith(name)) {
                        Files.copy(test, tests.resolve(test.getFileName()));
                    }
                }
            }
        }
    }

    @Test
    void everyAlertSaysHowBadItIsAndHasAPageInTheRunbook() {
        assertThat(PROJECT.alertRules()).isNotEmpty().allSatisfy(rule -> {
            String alert = rule.path("alert").asString();
            JsonNode annotations = rule.path("annotations");
            assertThat(rule.path("labels").path("severity").asString(""))
                    .as("severity of %s", alert)
                    .isIn("page", "ticket");
            assertThat(annotations.propertyNames())
                    .as("annotations of %s", alert)
                    .containsExactlyInAnyOrder("summary", "description", "runbook_url");
            assertThat(annotations.path("summary").asString()).as(alert).isNotBlank();
            assertThat(annotations.path("description").asString()).as(alert).isNotBlank();
            assertThat(Project.read(PROJECT.root()
                            .resolve(annotations.path("runbook_url").asString())))
                    .as("runbook of %s", alert)
                    .contains(alert)
                    .contains("## What it means", "## Confirm", "## Do", "## Wake somebody");
        });
    }

    @Test
    void everyPageOfTheRunbookAboutAnAlertBelongsToOne() {
        assertThat(Project.files(PROJECT.runbook().resolve("alerts"), ".md")
                        .map(page -> PROJECT.root().relativize(page).toString())
                        .collect(toSet()))
                .isEqualTo(PROJECT.alertRules().stream()
                        .map(rule ->
                                rule.path("annotations").path("runbook_url").asString())
                        .collect(toSet()));
    }

    @Test
    void theObjectivesAreThoseThatAreWrittenDown() {
        Map<String, String> written = new TreeMap<>();
        OBJECTIVE
                .matcher(Project.read(PROJECT.root().resolve("docs/slo.md")))
                .results()
                .forEach(row -> written.put(
                        row.group(1), "vector(%s)".formatted(new BigDecimal(row.group(2)).movePointLeft(2))));
        Map<String, String> objectives = new TreeMap<>();
        PROJECT.rules().stream()
                .filter(rule -> rule.path("record").asString("").equals("slo:objective:ratio"))
                .forEach(rule -> objectives.put(
                        rule.path("labels").path("slo").asString(),
                        rule.path("expr").asString()));

        assertThat(objectives).isNotEmpty().isEqualTo(written);
    }
}
