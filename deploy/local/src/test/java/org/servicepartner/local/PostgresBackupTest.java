package org.servicepartner.local;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What there is nothing to restore from; the way back itself is in job-service's tests. */
class PostgresBackupTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void where_no_backup_was_ever_taken_it_says_so() {
        Path never = directory.resolve("backup");

        assertThatThrownBy(() -> new PostgresBackup(never)
                        .restore(directory.resolve("data"), Instant.parse("2026-01-31T09:30:00Z")))
                .isInstanceOf(InfrastructureException.class)
                .hasMessage("There is no base backup in " + never + " that ended before 2026-01-31T09:30:00Z.");
    }
}
