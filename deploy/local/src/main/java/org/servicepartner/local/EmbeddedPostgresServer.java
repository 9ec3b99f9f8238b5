package org.servicepartner.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** PostgreSQL from its own binaries, as a daemon on this machine; works for root as well. */
final class EmbeddedPostgresServer extends PostgresServer {

    private static final String SUPERUSER = "postgres";
    /** The services prove their passwords as in production; only the administrator on this machine need not. */
    private static final String ACCESS = """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128      trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final long pid;

    EmbeddedPostgresServer(Path directory, Path logs, int port, boolean durable, boolean keep) {
        Directories.create(logs);
        Directories.create(directory);
        Path data = directory.resolve("data");
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(logs.resolve("postgres.log").toFile());
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(Ports.claim(port, "PostgreSQL"))
                    .setDataDirectory(data)
                    .setCleanDataDirectory(!keep)
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
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            Watchdog.watch(pid);
        } catch (IOException | IllegalStateException failure) {
            throw new InfrastructureException(
                    "PostgreSQL did not start; see " + logs.resolve("postgres.log") + ". " + failure.getMessage(),
                    failure);
        }
    }

    @Override
    public int port() {
        return server.getPort();
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
