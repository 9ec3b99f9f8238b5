package org.servicepartner.platform.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.security.Caller;

/**
 * Server-sent events that carry no content, only the news that something of the caller's tenant has changed: the page then asks
 * again and gets what the caller may see at that moment. So nothing can leak through an open stream, and none can be missed: every
 * stream begins with such an event, and several changes at once come as one. Changes on other replicas are seen as well.
 */
public final class ChangeStreams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStreams.class);
    private static final long UNKNOWN = -1;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final EventLog log;
    private final TenantOf tenants;
    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeUp = new Semaphore(0);
    private final Runnable follower = wakeUp::release;
    private volatile boolean running;

    public ChangeStreams(EventLog log, TenantOf tenants, MeterRegistry meters) {
        this.log = log;
        this.tenants = tenants;
        meters.gaugeCollectionSize("servicepartner.change.streams", List.of(), open);
    }

    /** A stream for the caller's page: {@code changed} at once and after every change, a comment every 15 s. */
    public SseEmitter open(Caller caller) {
        SseEmitter client = LiveEmitters.following();
        ChangeStream stream = new ChangeStream(caller.tenantId(), client);
        open.add(stream);
        if (!running) {
            stream.close();
        }
        client.onCompletion(stream::close);
        client.onError(e -> stream.close());
        Thread.ofVirtual().name("change-stream").start(() -> {
            try {
                stream.run();
            } finally {
                open.remove(stream);
            }
        });
        return client;
    }

    @Override
    public void start() {
        running = true;
        log.follow(follower);
        Thread.ofPlatform().name("change-streams").start(this::follow);
    }

    private void follow() {
        long position = UNKNOWN;
        while (running) {
            try {
                position = position == UNKNOWN ? log.head() : tell(position);
            } catch (RuntimeException e) {
                LOG.warn("Open pages are not told of changes, trying again: {}", e.toString());
            }
            awaitCommit();
        }
    }

    private long tell(long after) {
        List<RecordedEvent> events = log.after(after);
        if (!open.isEmpty()) {
            Set<String> changed = new HashSet<>();
            events.forEach(event -> changed.add(tenants.tenantOf(event)));
            open.stream().filter(stream -> stream.isOfAnyOf(changed)).forEach(ChangeStream::changed);
        }
        return events.isEmpty() ? after : events.getLast().index();
    }

    private void awaitCommit() {
        try {
            wakeUp.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            wakeUp.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        log.unfollow(follower);
        wakeUp.release();
        open.forEach(ChangeStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
