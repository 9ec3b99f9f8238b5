package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The four real servers the platform leans on. Each starts when it is first asked for, tells where it listens, and ends with
 * {@link #close()}; if this JVM is killed, a watchdog ends it within seconds.
 *
 * <p>Tests use {@link #shared()}: one set of servers per JVM. Where a server runs (a container or a process of its own) is
 * chosen by {@link Hosting}.
 */
public final class Infrastructure implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Infrastructure.class);

    private final Progress progress;
    private final InfrastructureSettings settings;
    private final Path directory;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private final Once<PostgresServer> postgres = new Once<>(this::startPostgres);
    private final Once<KafkaServer> kafka = new Once<>(this::startKafka);
    private final Once<KeycloakServer> keycloak = new Once<>(this::startKeycloak);
    private final Once<MailServer> mail = new Once<>(this::startMail);
    private boolean closed;

    private Infrastructure(Progress progress, InfrastructureSettings settings) {
        this.progress = progress;
        this.settings = settings;
        this.directory = directoryFor(settings);
    }

    /** A set of servers with these settings; none runs until it is asked for. The caller closes it. */
    public static Infrastructure with(InfrastructureSettings settings) {
        return with(Progress.SILENT, settings);
    }

    /**
     * See {@link #with(InfrastructureSettings)}.
     *
     * @param progress is told when a server in a process of its own has crashed
     */
    public static Infrastructure with(Progress progress, InfrastructureSettings settings) {
        return new Infrastructure(progress, settings);
    }

    /** The servers of this JVM's tests: free ports, temporary data, no fsync; they stop when the JVM ends. */
    public static Infrastructure shared() {
        return Shared.INSTANCE;
    }

    /**
     * PostgreSQL 18, started on the first call (about 3 s).
     *
     * @throws InfrastructureException if it cannot start; the message says what to do
     */
    public PostgresServer postgres() {
        return postgres.get();
    }

    /**
     * A Kafka broker in KRaft mode, started on the first call (about 3 s).
     *
     * @throws InfrastructureException if it cannot start; the message says what to do
     */
    public KafkaServer kafka() {
        return kafka.get();
    }

    /**
     * Keycloak with the realm {@value KeycloakServer#REALM} and the demo users, started on the first call (5 to 15 s; the very
     * first start on a machine prepares a copy in the cache directory and takes about half a minute longer). It sends its mails
     * to {@link #mail()}, which it starts too.
     *
     * @throws InfrastructureException if it cannot start; the message says what to do
     */
    public KeycloakServer keycloak() {
        return keycloak.get();
    }

    /**
     * The mail catcher, started on the first call, always in this JVM.
     *
     * @throws InfrastructureException if one of its ports is taken
     */
    public MailServer mail() {
        return mail.get();
    }

    /** Stops what was started, the latest first, and removes temporary data. */
    @Override
    public void close() {
        synchronized (started) {
            closed = true;
            while (!started.isEmpty()) {
                try {
                    started.pop().close();
                } catch (Exception failure) {
                    log.warn("A server did not stop cleanly: {}", failure.getMessage());
                }
            }
        }
        if (!settings.keepsData()) {
            Directories.delete(directory);
        }
    }

    private PostgresServer startPostgres() {
        return remember(hosted(
                () -> new ContainerPostgres(
                        settings.logDirectory(directory), settings.postgresPort(), settings.durable()),
                () -> new EmbeddedPostgresServer(
                        progress,
                        directory.resolve("postgres"),
                        settings.logDirectory(directory),
                        settings.postgresPort(),
                        settings.durable())));
    }

    private KafkaServer startKafka() {
        return remember(hosted(
                () -> new ContainerKafka(settings.logDirectory(directory), settings.kafkaPort()),
                () -> new EmbeddedKafka(
                        progress, directory.resolve("kafka"), settings.logDirectory(directory), settings.kafkaPort())));
    }

    private KeycloakServer startKeycloak() {
        MailServer mail = mail();
        return remember(hosted(
                () -> new ContainerKeycloak(
                        directory.resolve("keycloak"), settings.logDirectory(directory), settings, mail),
                () -> new EmbeddedKeycloak(
                        progress, directory.resolve("keycloak"), settings.logDirectory(directory), settings, mail)));
    }

    private MailServer startMail() {
        return remember(new MailServer(settings.smtpPort(), settings.mailPagePort()));
    }

    private <T extends AutoCloseable> T remember(T server) {
        synchronized (started) {
            started.push(server);
            if (closed) {
                close();
            }
        }
        return server;
    }

    private <T> T hosted(Supplier<T> container, Supplier<T> embedded) {
        if (settings.keepsData() || !settings.hosting().triesContainers()) {
            return embedded.get();
        }
        try {
            return container.get();
        } catch (RuntimeException failure) {
            if (settings.hosting() == Hosting.CONTAINERS) {
                throw new InfrastructureException(
                        "A container could not be started: " + failure.getMessage()
                                + " Check the Docker engine, or set -D" + Hosting.PROPERTY + "=embedded.",
                        failure);
            }
            log.info("No container to be had ({}); using the embedded server.", failure.getMessage());
            return embedded.get();
        }
    }

    private static Path directoryFor(InfrastructureSettings settings) {
        try {
            Path kept = settings.dataDirectory();
            return kept == null
                    ? Files.createTempDirectory("service-partner-")
                    : Files.createDirectories(kept.toAbsolutePath());
        } catch (IOException failure) {
            throw new UncheckedIOException("No directory for the servers' data could be made.", failure);
        }
    }

    private static final class Shared {
        private static final Infrastructure INSTANCE = with(InfrastructureSettings.forTests());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close, "stop-shared-infrastructure"));
        }
    }
}
