package org.servicepartner.platform.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.telemetry.EndToEndDelay;

/**
 * Follows the event store and hands every batch of events to one handler, in order, at least once. The event store is its
 * outbox: the token that says how far it has come moves only after the handler returned. It is stored some times a second and not
 * with every batch, which would cost a transaction each; after a crash the batches of that time are handled again. One replica
 * runs it at a time.
 */
public final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int SEGMENT = 0;
    private static final Duration SHORTEST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);
    private static final Duration TOKEN_INTERVAL = Duration.ofMillis(200);

    private final String name;
    private final EventLog log;
    private final TokenStore tokens;
    private final TransactionOperations transaction;
    private final RelayHandler handler;
    private final int batchSize;
    private final Duration claimTimeout;
    private final Timer delay;
    private final EndToEndDelay endToEnd;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Runnable follower = this::wake;
    private volatile boolean running;
    private volatile long position;
    private volatile Instant oldestWaiting = Instant.MAX;
    private long leaseEnds;
    private long storedPosition;
    private long storedAt;
    private Duration backOff = SHORTEST_BACK_OFF;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private Thread thread = Thread.currentThread();

    Relay(
            String name,
            EventLog log,
            TokenStore tokens,
            TransactionOperations transaction,
            RelayHandler handler,
            int batchSize,
            Duration claimTimeout,
            MeterRegistry meters) {
        this.name = name;
        this.log = log;
        this.tokens = tokens;
        this.transaction = transaction;
        this.handler = handler;
        this.batchSize = batchSize;
        this.claimTimeout = claimTimeout;
        this.delay = Timer.builder("servicepartner.relay.delay")
                .description("From recording an event to its arrival: the oldest event of each batch")
                .tag("relay", name)
                .publishPercentileHistogram()
                .register(meters);
        this.endToEnd = new EndToEndDelay(
                "servicepartner.relay.end.to.end",
                "From publishing the message that led to an event, or else from recording it, to its arrival",
                Tags.of("relay", name),
                meters);
        Gauge.builder("servicepartner.relay.waiting", this, Relay::waitingSeconds)
                .description("Age of the oldest event this replica is relaying or failing to relay")
                .baseUnit("seconds")
                .tag("relay", name)
                .register(meters);
        Gauge.builder("servicepartner.relay.position", this, relay -> relay.position)
                .description("Index of the last event relayed by this replica")
                .tag("relay", name)
                .register(meters);
    }

    private double waitingSeconds() {
        Duration waiting = Duration.between(oldestWaiting, Instant.now());
        return waiting.isNegative() ? 0 : waiting.toMillis() / 1000.0;
    }

    private void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        stop = new CountDownLatch(1);
        log.follow(follower);
        thread = Thread.ofPlatform().name("relay-" + name).start(this::run);
    }

    private void run() {
        while (running) {
            try {
                claim();
                relay();
            } catch (UnableToClaimTokenException e) {
                standAside(claimTimeout.dividedBy(10));
            } catch (Exception | Error e) {
                LOG.warn("Relay {} stands at event {}, trying again in {}", name, position, backOff, e);
                standAside(backOff);
                backOff = backOff.compareTo(LONGEST_BACK_OFF.dividedBy(2)) < 0
                        ? backOff.multipliedBy(2)
                        : LONGEST_BACK_OFF;
            }
        }
        release();
    }

    private void claim() {
        long claimedAt = System.nanoTime();
        TrackingToken token = transaction.execute(status -> {
            if (tokens.fetchSegments(name).length == 0) {
                tokens.initializeTokenSegments(name, 1, new GlobalSequenceTrackingToken(0));
            }
            return tokens.fetchToken(name, SEGMENT);
        });
        extendLease(claimedAt);
        position = indexOf(token);
        storedPosition = position;
        storedAt = claimedAt;
    }

    private void relay() {
        while (running) {
            List<RecordedEvent> events = log.after(position);
            if (events.isEmpty()) {
                oldestWaiting = Instant.MAX;
                pause(position == storedPosition ? claimTimeout.dividedBy(10) : TOKEN_INTERVAL);
                refreshLease();
            } else {
                List<RecordedEvent> batch = events.subList(0, Math.min(events.size(), batchSize));
                oldestWaiting = batch.getFirst().recordedAt();
                handler.handle(batch, this::refreshLease);
                Instant arrived = Instant.now();
                delay.record(Duration.between(batch.getFirst().recordedAt(), arrived));
                batch.forEach(event -> endToEnd.record(event.publishedAt(), arrived));
                position = batch.getLast().index();
                backOff = SHORTEST_BACK_OFF;
            }
            if (System.nanoTime() - storedAt > TOKEN_INTERVAL.toNanos()) {
                storePosition();
            }
        }
        storePosition();
    }

    /** Leaves more time until another replica may take over than a send can take: see the producer's time-outs. */
    private void refreshLease() {
        long remaining = leaseEnds - System.nanoTime();
        if (remaining < claimTimeout.toNanos() * 8 / 10) {
            long now = System.nanoTime();
            transaction.executeWithoutResult(status -> tokens.extendClaim(name, SEGMENT));
            extendLease(now);
        }
    }

    private void storePosition() {
        if (position == storedPosition) {
            return;
        }
        long now = System.nanoTime();
        transaction.executeWithoutResult(
                status -> tokens.storeToken(new GlobalSequenceTrackingToken(position), name, SEGMENT));
        extendLease(now);
        storedPosition = position;
        storedAt = now;
    }

    private void extendLease(long from) {
        leaseEnds = from + claimTimeout.toNanos() * 9 / 10;
    }

    private void release() {
        try {
            transaction.executeWithoutResult(status -> tokens.releaseClaim(name, SEGMENT));
        } catch (RuntimeException e) {
            LOG.info("Relay {} could not give back its claim, it will run out by itself: {}", name, e.getMessage());
        }
    }

    private void pause(Duration longest) {
        try {
            if (wakeUp.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Waits whatever is committed meanwhile, but not longer than until this relay is stopped. */
    private void standAside(Duration longest) {
        try {
            stop.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        stop.countDown();
        log.unfollow(follower);
        wake();
        try {
            thread.join(claimTimeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** See {@link RelayHandler#stateTopic()}. */
    public Optional<String> stateTopic() {
        return handler.stateTopic();
    }

    /**
     * Tells the present state of what the events are about once more.
     *
     * @throws IllegalStateException if it runs, and so may be telling something else at the same time
     */
    public void repeat(List<RecordedEvent> events) {
        requireStopped();
        handler.handle(events, () -> {});
    }

    /**
     * Will go on behind the event with this index, if it is further: for whoever does not know any more what it has told.
     *
     * @throws IllegalStateException if it runs
     * @throws UnableToClaimTokenException if another replica runs it
     */
    public void goBackTo(long index) {
        requireStopped();
        transaction.executeWithoutResult(status -> {
            if (tokens.fetchSegments(name).length > 0) {
                if (indexOf(tokens.fetchToken(name, SEGMENT)) > index) {
                    tokens.storeToken(new GlobalSequenceTrackingToken(index), name, SEGMENT);
                }
                tokens.releaseClaim(name, SEGMENT);
            }
        });
    }

    private void requireStopped() {
        if (running) {
            throw new IllegalStateException("The relay " + name + " runs");
        }
    }

    private static long indexOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    /** The index of the last event that has been relayed by this replica. */
    public long position() {
        return position;
    }
}
