package org.servicepartner.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The whole platform on this machine: the four servers of {@link Infrastructure} and the six applications, each in a process of
 * its own.
 */
public final class LocalStack implements AutoCloseable {

    /** More at once than this only compete for the processors. */
    private static final int STARTING_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final Duration APP_PATIENCE = Duration.ofSeconds(180);

    private final LocalStackOptions options;
    private final LocalSecrets secrets;
    private final Infrastructure infrastructure;
    private final Map<Replica, ServerProcess> apps = new HashMap<>();
    private final Semaphore startPermits = new Semaphore(STARTING_AT_ONCE, true);
    private volatile boolean begun;
    private volatile boolean stopping;

    private LocalStack(LocalStackOptions options) {
        this.options = options;
        this.secrets = new LocalSecrets(options.directory().resolve("secrets.properties"));
        LocalPorts ports = options.ports();
        this.infrastructure = Infrastructure.with(
                options.progress(),
                new InfrastructureSettings(
                        options.hosting(),
                        options.keep() ? options.directory().resolve("data") : null,
                        logs(),
                        true,
                        ports.postgres(),
                        ports.kafka(),
                        ports.keycloak(),
                        ports.smtp(),
                        ports.mailPage(),
                        url(App.GATEWAY).toString(),
                        secrets.get("gateway.client-secret"),
                        secrets.get("identity.client-secret"),
                        secrets.get("telematics.client-secret")));
    }

    /**
     * Before a start, where applications are started often: makes the starts of these builds cheap, at the price of about one each.
     *
     * @throws InfrastructureException if an application cannot be put together without a server, as the build of its image does
     */
    public static void train(LocalStackOptions options) {
        AppCopy.requireBuilt(options);
        try (ExecutorService threads = Executors.newFixedThreadPool(STARTING_AT_ONCE)) {
            CompletableFuture.allOf(Stream.of(App.values())
                            .map(app -> CompletableFuture.runAsync(() -> AppCopy.train(app, options), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failure) {
            throw new InfrastructureException(failure.getCause().getMessage(), failure);
        }
    }

    /** A stack that is not started yet; close it in any case. */
    public static LocalStack with(LocalStackOptions options) {
        return new LocalStack(options);
    }

    /**
     * Starts everything and returns when all applications are ready to serve.
     *
     * @throws InfrastructureException if a port is taken or a component does not start; what had started is stopped again, and
     *     the message says what to do
     */
    public static LocalStack start(LocalStackOptions options) {
        LocalStack stack = with(options);
        try {
            stack.start();
            return stack;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    /**
     * See {@link #start(LocalStackOptions)}, but what had started stays until {@link #close()}.
     *
     * <p>Not on virtual threads: the first start of a process initialises the JDK's logging, and a virtual thread that waits for
     * that within a class initialiser keeps its carrier. On two processors two such threads leave none for the one they wait for.
     */
    public void start() {
        AppCopy.requireBuilt(options);
        options.ports().check();
        begun = true;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            CompletableFuture<PostgresServer> postgres = begin("PostgreSQL", this::startPostgres, threads);
            CompletableFuture<KafkaServer> kafka = begin("Kafka", infrastructure::kafka, threads);
            CompletableFuture<KeycloakServer> keycloak = begin("Keycloak", this::startKeycloak, threads);
            CompletableFuture<MailServer> mail = begin("mail catcher", infrastructure::mail, threads);
            CompletableFuture<Void> servers = CompletableFuture.allOf(postgres, kafka, mail);
            List<CompletableFuture<?>> all = new ArrayList<>(List.of(servers, keycloak));
            for (App app : App.values()) {
                CompletableFuture<?> before = app == App.GATEWAY ? CompletableFuture.allOf(servers, keycloak) : servers;
                all.add(before.thenRunAsync(() -> startInTurn(app), threads));
            }
            awaitAllOrFirstFailure(all, threads);
        }
    }

    public Infrastructure infrastructure() {
        return infrastructure;
    }

    /** {@code http://127.0.0.1:<port>} of an application. */
    public URI url(App app) {
        return url(app, 1);
    }

    /** See {@link #url(App)}; of one of its replicas, which count from 1. */
    public URI url(App app, int replica) {
        return URI.create("http://" + Ports.HOST + ":" + options.ports().of(app, replica));
    }

    /** The secrets of the OIDC clients {@code gateway} and {@code identity-service}, the keys of links and sessions, the administrator's and the databases' passwords lie in this file. */
    public Path secretsFile() {
        return options.directory().resolve("secrets.properties");
    }

    /** The database of an application, as its owner. */
    public Database database(App app) {
        String name = app.database();
        return new Database(infrastructure.postgres().jdbcUrl(name), name, databasePassword(app));
    }

    /** The directory with one log per component. */
    public Path logs() {
        return options.directory().resolve("logs");
    }

    /**
     * Bytes of memory that the servers and applications use now, pages that they share counted once; 0 where the operating system
     * does not tell, and without what runs in containers.
     */
    public long memory() {
        return Watchdog.watched().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> Memory.of(process.pid()))
                .sum();
    }

    /**
     * What a newcomer reads when the stack is up.
     *
     * @param seconds that the start took
     * @param connectionId of the connection in the commands to try
     */
    public String welcome(long seconds, UUID connectionId) {
        return Welcome.text(this, options.ports(), seconds, connectionId);
    }

    /** Ends an application as {@code kill -9} does; it stays down until {@link #restart(App)}. */
    public void kill(App app) {
        kill(app, 1);
    }

    /** See {@link #kill(App)}; one replica only. */
    public void kill(App app, int replica) {
        ServerProcess process = forget(new Replica(app, replica));
        if (process != null) {
            process.kill();
        }
    }

    /** Stops a replica in good order, if it runs. */
    public void stop(App app, int replica) {
        ServerProcess process = forget(new Replica(app, replica));
        if (process != null) {
            process.close();
        }
    }

    /** Stops an application in good order, if it runs, starts it and waits until it is ready. */
    public void restart(App app) {
        restart(app, Map.of());
    }

    /**
     * See {@link #restart(App)}.
     *
     * @param more environment variables besides the usual ones, until the next restart
     */
    public void restart(App app, Map<String, String> more) {
        restart(app, 1, more);
    }

    /**
     * See {@link #restart(App)}. Replica 1 is the process that the gateway knows; another one runs beside it at
     * {@link #url(App, int)}.
     */
    public void restart(App app, int replica, Map<String, String> more) {
        stop(app, replica);
        startApp(new Replica(app, replica), more, ServerProcess::startAgain);
    }

    /**
     * Stops the applications, then the servers; removes the data unless it is kept. All applications at once: the gateway can end
     * only after the services have ended the live streams that pass through it.
     */
    @Override
    public void close() {
        stopping = true;
        stopApps();
        if (begun) {
            options.progress().stopping("servers");
        }
        infrastructure.close();
    }

    private void stopApps() {
        List<Thread> stops = new ArrayList<>();
        for (Replica replica : running()) {
            ServerProcess process = forget(replica);
            if (process != null) {
                options.progress().stopping(replica.name());
                stops.add(Thread.ofPlatform().start(process::close));
            }
        }
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private PostgresServer startPostgres() {
        PostgresServer postgres = infrastructure.postgres();
        for (App app : App.values()) {
            postgres.ensureDatabase(app.database(), app.database(), databasePassword(app));
        }
        return postgres;
    }

    private KeycloakServer startKeycloak() {
        KeycloakServer keycloak = infrastructure.keycloak();
        secrets.set("keycloak.admin-password", keycloak.adminPassword());
        return keycloak;
    }

    private void startInTurn(App app) {
        startPermits.acquireUninterruptibly();
        try {
            watched(app.module(), () -> startApp(new Replica(app, 1), Map.of(), ServerProcess::start));
        } finally {
            startPermits.release();
        }
    }

    private ServerProcess startApp(Replica replica, Map<String, String> more, Starter starter) {
        Path jar = AppCopy.of(replica.app, options);
        Map<String, String> environment =
                new HashMap<>(AppEnvironment.of(replica.app, replica.number, options, secrets));
        environment.putAll(more);
        ServerProcess process =
                starter.start(replica.name(), logs().resolve(replica.name() + ".log"), environment, AppCommand.of(jar));
        remember(replica, process);
        URI readiness = url(replica.app, replica.number).resolve("/actuator/health/readiness");
        process.awaitReady(APP_PATIENCE, () -> Http.answersOk(readiness));
        process.onCrash(sentence -> options.progress().crashed(replica.name(), sentence));
        return process;
    }

    /** For the first time, or again. */
    @FunctionalInterface
    private interface Starter {
        ServerProcess start(String name, Path log, Map<String, String> environment, List<String> command);
    }

    private void remember(Replica replica, ServerProcess process) {
        synchronized (apps) {
            if (stopping) {
                process.kill();
            }
            apps.put(replica, process);
        }
    }

    private @Nullable ServerProcess forget(Replica replica) {
        synchronized (apps) {
            return apps.remove(replica);
        }
    }

    private List<Replica> running() {
        synchronized (apps) {
            return List.copyOf(apps.keySet());
        }
    }

    private String databasePassword(App app) {
        return secrets.get("database." + app.database());
    }

    private <T> CompletableFuture<T> begin(String component, Supplier<T> start, ExecutorService threads) {
        return CompletableFuture.supplyAsync(() -> watched(component, start), threads);
    }

    private <T> T watched(String component, Supplier<T> start) {
        if (stopping) {
            throw new InfrastructureException("The stack is being stopped.");
        }
        options.progress().starting(component);
        try {
            T started = start.get();
            options.progress().ready(component);
            return started;
        } catch (RuntimeException failure) {
            options.progress().failed(component);
            throw failure;
        }
    }

    /** The first failure ends the wait; components that are still starting are told to stop. */
    private void awaitAllOrFirstFailure(List<CompletableFuture<?>> all, ExecutorService threads) {
        CompletableFuture<Void> everything = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        all.forEach(one -> one.whenComplete((done, failure) -> {
            if (failure != null) {
                everything.completeExceptionally(failure);
            }
        }));
        try {
            everything.join();
        } catch (CompletionException failure) {
            stopping = true;
            threads.shutdownNow();
            synchronized (apps) {
                apps.values().forEach(ServerProcess::kill);
            }
            if (failure.getCause() instanceof InfrastructureException told) {
                throw told;
            }
            throw new InfrastructureException(
                    "The stack did not start: " + failure.getCause().getMessage(), failure);
        }
    }

    /** One process of an application; replica 1 is the one that everybody knows. */
    private record Replica(App app, int number) {
        String name() {
            return number == 1 ? app.module() : app.module() + "-" + number;
        }
    }
}
