package org.servicepartner.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** PostgreSQL from its own binaries, as a daemon on this machine; works for root as well. */
final class EmbeddedPostgresServer extends PostgresServer {

    private static final String SUPERUSER = "postgres";
    /** After that somebody should look into its log. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    /** The services prove their passwords as in production; only the administrator on this machine need not. */
    private static final String ACCESS = """
        host all postgres 127.0.0.1/32 trust
        host all postgres ::1/128      trust
        host all all      127.0.0.1/32 scram-sha-256
        """;

    private final Progress progress;
    private final Path data;
    private final Path logs;
    private final int port;
    private final boolean durable;
    private EmbeddedPostgres server;
    private long pid;
    private volatile boolean toldToEnd;

    EmbeddedPostgresServer(Progress progress, Path directory, Path logs, int port, boolean durable) {
        this.progress = progress;
        this.data = Directories.create(directory).resolve("data");
        this.logs = Directories.create(logs);
        this.port = Ports.claim(port, "PostgreSQL");
        this.durable = durable;
        this.server = start();
        this.pid = watched();
        awaitRecovered();
    }

    private EmbeddedPostgres start() {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(logs.resolve("postgres.log").toFile());
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setDataDirectoryCustomizer(EmbeddedPostgresServer::restrictAccess)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF-8")
                    .setServerConfig("listen_addresses", Ports.HOST)
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("archive_mode", durable ? "on" : "off")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } catch (IOException | IllegalStateException failure) {
            throw new InfrastructureException(
                    "PostgreSQL did not start; see " + logs.resolve("postgres.log") + ". " + failure.getMessage(),
                    failure);
        }
    }

    /** A restored server answers before it has come to its moment; then it forgets which one that was. Archiving waits for the first backup. */
    private void awaitRecovered() {
        if (!durable) {
            return;
        }
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl("postgres"), superuser(), superuserPassword());
                Statement statement = connection.createStatement()) {
            Polling.until(
                    statement,
                    "SELECT NOT pg_is_in_recovery()",
                    RECOVERY,
                    "PostgreSQL did not come to its moment (see " + logs.resolve("postgres.log") + ")");
            statement.execute("ALTER SYSTEM RESET recovery_target_time");
            statement.execute("ALTER SYSTEM RESET restore_command");
            if (Polling.isTrue(statement, "SELECT current_setting('archive_command') IN ('', '(disabled)')")) {
                statement.execute("ALTER SYSTEM SET archive_command = '/bin/true'");
            }
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException failure) {
            throw new InfrastructureException(
                    "PostgreSQL did not recover; see " + logs.resolve("postgres.log"), failure);
        }
    }

    private long watched() {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            Watchdog.watch(postmaster);
            toldToEnd = false;
            ProcessHandle.of(postmaster).orElseThrow().onExit().thenRun(this::reportCrash);
            return postmaster;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void reportCrash() {
        if (!toldToEnd) {
            progress.crashed(
                    "PostgreSQL",
                    Progress.crash(
                            "PostgreSQL", "without saying how", "Its log is " + logs.resolve("postgres.log") + "."));
        }
    }

    @Override
    public void killAndRestart() {
        toldToEnd = true;
        List<ProcessHandle> processes = ProcessHandle.of(pid).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        // Finds nobody to stop, but lets go of the data directory.
        close();
        server = start();
        pid = watched();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    String superuser() {
        return SUPERUSER;
    }

    @Override
    String superuserPassword() {
        return "";
    }

    @Override
    public void close() {
        toldToEnd = true;
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            Watchdog.forget(pid);
        }
    }

    private static void restrictAccess(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), ACCESS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
