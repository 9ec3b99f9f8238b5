package org.servicepartner.platform.eventstore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.SmartLifecycle;

/**
 * Hears of commits on other replicas through {@code LISTEN} on a connection of its own, and wakes the followers here; of its own
 * commits this replica knows already. Once a second they are woken in any case: a commit whose answer was lost is known to nobody.
 * While the connection is lost the followers are woken at every attempt to regain it, so nothing waits for longer.
 */
final class CommitListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CommitListener.class);
    private static final Duration SAFETY_NET = Duration.ofSeconds(1);

    private final DataSourceProperties database;
    private final EventLog log;
    private volatile CountDownLatch stop = new CountDownLatch(0);

    CommitListener(DataSourceProperties database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        Thread.ofPlatform().name("commit-listener").daemon().start(this::listen);
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = DriverManager.getConnection(
                            database.determineUrl(), database.determineUsername(), database.determinePassword());
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + PostgresEventStorageEngine.CHANNEL);
                PGConnection notifications = connection.unwrap(PGConnection.class);
                Instant wokenAt = Instant.MIN;
                while (isRunning()) {
                    PGNotification[] commits = notifications.getNotifications((int) SAFETY_NET.toMillis());
                    Instant now = Instant.now();
                    if (Stream.of(commits).anyMatch(this::isOfAnotherReplica)
                            || wokenAt.plus(SAFETY_NET).isBefore(now)) {
                        log.wake();
                        wokenAt = now;
                    }
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warn("No notifications of commits on other replicas, trying again: {}", e.getMessage());
                log.wake();
                pause();
            }
        }
    }

    private boolean isOfAnotherReplica(PGNotification commit) {
        return !log.replica().equals(commit.getParameter());
    }

    private void pause() {
        try {
            stop.await(SAFETY_NET.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    @Override
    public boolean isRunning() {
        return stop.getCount() > 0;
    }
}
