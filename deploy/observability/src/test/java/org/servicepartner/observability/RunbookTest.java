package org.servicepartner.observability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The runbook's commands for a shell are understood by bash; those for psql are given to the databases by {@code RunbookIT}. */
class RunbookTest {
    private static final Project PROJECT =
            new Project(Path.of("../..").toAbsolutePath().normalize());

    static List<Project.Block> commands() {
        return PROJECT.blocks("bash");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void bashUnderstandsACommand(Project.Block command) throws Exception {
        assertThat(understood(command.text())).isZero();
    }

    @Test
    void whatBashDoesNotUnderstandIsFound() throws Exception {
        assertThat(understood("for database in identity; do pg_dump $database")).isNotZero();
    }

    @Test
    void commandsWithinListsAreCommandsToo() {
        assertThat(commands())
                .extracting(Project.Block::text)
                .anyMatch(text -> text.contains("alter database job rename"));
        assertThat(PROJECT.blocks("sql"))
                .extracting(Project.Block::text)
                .anyMatch(text -> text.startsWith("-- every service\nselect pg_terminate_backend"));
    }

    private static int understood(String command) throws IOException, InterruptedException {
        Process bash =
                new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var input = bash.getOutputStream()) {
            input.write(command.getBytes(UTF_8));
        }
        bash.getInputStream().readAllBytes();
        return bash.waitFor();
    }
}
