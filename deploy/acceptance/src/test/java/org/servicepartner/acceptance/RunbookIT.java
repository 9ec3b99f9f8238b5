package org.servicepartner.acceptance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.servicepartner.local.App;
import org.servicepartner.observability.Project;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands for psql in the runbook are ones that the services' databases understand. Their effect is taken back. */
@ExtendWith(PlatformExtension.class)
class RunbookIT {
    private static final String EVERY_SERVICE = "-- every service";

    private final Platform platform;

    RunbookIT(Platform platform) {
        this.platform = platform;
    }

    static List<Project.Block> commands() {
        return new Project(Path.of("../..").toAbsolutePath().normalize()).blocks("sql");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_can_be_given_to_the_database_that_it_names(Project.Block command) throws SQLException {
        List<App> services = services(command);
        assertThat(services)
                .as("the first line names a service, or every service")
                .isNotEmpty();
        for (App service : services) {
            try (Connection connection = platform.stack().database(service).connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(command.text());
                connection.rollback();
            }
        }
    }

    private static List<App> services(Project.Block command) {
        String first = command.text().lines().findFirst().orElse("");
        return Stream.of(App.values())
                .filter(app -> app != App.GATEWAY)
                .filter(app -> first.equals(EVERY_SERVICE) || first.equals("-- " + app.module()))
                .toList();
    }
}
