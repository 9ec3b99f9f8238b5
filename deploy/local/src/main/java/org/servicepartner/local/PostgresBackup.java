package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Base backups of an embedded PostgreSQL that waits for the disk, the archive of its write-ahead log, and the way back to a moment:
 * PostgreSQL's manual, "Continuous Archiving and Point-in-Time Recovery". The distribution has no {@code pg_basebackup}, so the
 * base backup is made by the low-level API.
 */
public final class PostgresBackup {

    /** What the manual leaves out of a base backup; the server makes it anew. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /** Abbreviations of time zones are not understood yet when the server reads it. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private static final Set<String> OF_THE_RUNNING_SERVER = Set.of("postmaster.pid", "postmaster.opts");

    private static final String SUPERUSER = "postgres";

    private static final Duration ARCHIVING = Duration.ofMinutes(1);

    private final Path directory;
    private final Path archive;

    /** @param directory of the backups; on another disk than the data, if they are to survive that one */
    public PostgresBackup(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.archive = this.directory.resolve("wal");
    }

    /**
     * Makes a base backup while the server serves. With the first one, the archive of the write-ahead log begins.
     *
     * @param jdbcUrl of the server's database {@code postgres}, as its superuser
     * @return where the backup is
     */
    public Path take(String jdbcUrl) {
        Directories.create(archive);
        try (Connection connection = DriverManager.getConnection(jdbcUrl, SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET archive_command = '"
                    + "test ! -d \"%1$s\" || { cp \"%%p\" \"%1$s/%%f.part\" && mv \"%1$s/%%f.part\" \"%1$s/%%f\"; }'"
                            .formatted(archive));
            statement.execute("SELECT pg_reload_conf()");
            Path data = Path.of(text(statement, "SHOW data_directory"));
            Path base = directory.resolve(
                    "base-" + text(statement, "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD\"T\"HH24MISS')"));
            statement.execute("SELECT pg_backup_start('base', fast => true)");
            copy(data, base);
            // Returns when the log that the copy needs is in the archive.
            Files.writeString(base.resolve("backup_label"), text(statement, "SELECT labelfile FROM pg_backup_stop()"));
            return base;
        } catch (SQLException failure) {
            throw new InfrastructureException("PostgreSQL made no backup: " + failure.getMessage(), failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Brings everything that has happened until now into the archive. A server that is stopped in good order does so by itself.
     *
     * @param jdbcUrl of the server's database {@code postgres}, as its superuser
     */
    public void archive(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            String current = text(statement, "SELECT pg_walfile_name(pg_current_wal_lsn())");
            statement.execute("SELECT pg_switch_wal()");
            Polling.until(
                    statement,
                    "SELECT coalesce(last_archived_wal, '') >= '%s' FROM pg_stat_archiver".formatted(current),
                    ARCHIVING,
                    "PostgreSQL did not archive its log");
        } catch (SQLException failure) {
            throw new InfrastructureException("PostgreSQL does not archive its log: " + failure.getMessage(), failure);
        }
    }

    /**
     * Puts the latest base backup that ended before the moment into an empty or missing data directory. The server that is started
     * on it goes on from there through the archived log until the moment, and then takes up its work.
     *
     * @param to {@code null} for the end of the archived log
     * @throws InfrastructureException if no backup is that old
     */
    public void restore(Path data, @Nullable Instant to) {
        try (Stream<Path> bases = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            Path base = bases.filter(path -> Files.exists(path.resolve("backup_label")))
                    .filter(path -> to == null || ended(path).isBefore(to))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new InfrastructureException("There is no base backup in " + directory
                            + (to == null ? "." : " that ended before " + to + ".")));
            copy(base, data);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            Files.createFile(data.resolve("recovery.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "restore_command = 'cp \"%s/%%f\" \"%%p\"'\n".formatted(archive)
                            + (to == null ? "" : "recovery_target_time = '%s'\n".formatted(MOMENT.format(to)))
                            + "recovery_target_action = 'promote'\n",
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("The backups in " + directory + " cannot be read.", failure);
        }
    }

    /** The label is the last that is written. */
    private static Instant ended(Path base) {
        try {
            return Files.getLastModifiedTime(base.resolve("backup_label")).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Files come, go and grow meanwhile; the log makes them whole. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return EMPTIED.contains(from.relativize(folder).toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!OF_THE_RUNNING_SERVER.contains(from.relativize(file).toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException gone) {
                        return visitFileFailed(file, gone);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }
}
