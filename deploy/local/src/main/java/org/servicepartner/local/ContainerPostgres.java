package org.servicepartner.local;

import java.nio.file.Path;
import java.util.List;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container. */
final class ContainerPostgres extends PostgresServer {

    private final PostgreSQLContainer container;
    private final ContainerLog log;

    ContainerPostgres(Path logs, int port, boolean durable) {
        log = new ContainerLog(logs, "postgres");
        String waits = durable ? "on" : "off";
        container = new PostgreSQLContainer("postgres:18")
                .withCommand(
                        "postgres",
                        "-c",
                        "max_connections=" + MAX_CONNECTIONS,
                        "-c",
                        "fsync=" + waits,
                        "-c",
                        "full_page_writes=" + waits,
                        "-c",
                        "synchronous_commit=" + waits)
                .withLogConsumer(log);
        container.setPortBindings(List.of(
                Ports.HOST + ":" + Ports.claim(port, "PostgreSQL") + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
        container.start();
    }

    @Override
    public int port() {
        return container.getFirstMappedPort();
    }

    @Override
    String superuser() {
        return container.getUsername();
    }

    @Override
    String superuserPassword() {
        return container.getPassword();
    }

    @Override
    public void killAndRestart() {
        ContainerCrash.killAndRestart(container, log, this::answers);
    }

    @Override
    public void close() {
        container.stop();
    }
}
