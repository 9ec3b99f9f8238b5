package org.servicepartner.observability;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What Grafana is given is complete, and asks questions that Prometheus understands. */
class DashboardsTest {
    private static final Project PROJECT =
            new Project(Path.of("../..").toAbsolutePath().normalize());

    @TempDir
    Path directory;

    private static List<JsonNode> dashboards() {
        return Project.files(PROJECT.dashboards(), ".json")
                .map(file -> Project.JSON.readTree(file.toFile()))
                .toList();
    }

    @Test
    void everyDashboardHasItsOwnAddressAndTitle() {
        assertThat(dashboards()).hasSize(3).allSatisfy(dashboard -> {
            assertThat(dashboard.path("id").isNull()).isTrue();
            assertThat(dashboard.path("schemaVersion").asInt()).isEqualTo(39);
        });
        for (String name : List.of("uid", "title")) {
            assertThat(dashboards())
                    .extracting(dashboard -> dashboard.path(name).asString(""))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPanelSaysWhatItShowsAndTakesItFromTheChosenPrometheus() {
        assertThat(dashboards()).allSatisfy(dashboard -> {
            List<JsonNode> panels = dashboard.path("panels").valueStream().toList();
            assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels)
                    .filteredOn(panel -> !panel.path("type").asString().equals("row"))
                    .isNotEmpty()
                    .allSatisfy(DashboardsTest::assertComplete);
        });
    }

    private static void assertComplete(JsonNode panel) {
        String title = panel.path("title").asString("");
        assertThat(title).isNotBlank();
        assertThat(panel.path("description").asString("")).as(title).isNotBlank();
        assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString(""))
                .as("unit of %s", title)
                .isNotBlank();
        assertThat(panel.path("datasource").path("uid").asString("")).as(title).isEqualTo("${datasource}");
        assertThat(panel.path("targets").valueStream().toList())
                .as(title)
                .isNotEmpty()
                .allSatisfy(target ->
                        assertThat(target.path("expr").asString("")).as(title).isNotBlank());
    }

    @Test
    void everyQueryOfDashboardsAndRunbookIsOne() {
        Promtool check = Promtool.parse(PROJECT.queries(), directory);

        assertThat(check.exitCode()).as(check.output()).isZero();
    }

    @Test
    void aQueryThatIsNoneIsFound() {
        Promtool check = Promtool.parse(List.of(new Query("here", "sum by (job) (rate(up))")), directory);

        assertThat(check.exitCode()).isNotZero();
        assertThat(check.output()).contains("range vector");
    }
}
