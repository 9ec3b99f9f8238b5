package org.servicepartner.platform.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page, served at the speed of its browser. */
final class ChangeStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final String tenantId;
    private final SseEmitter client;
    private final Semaphore changes = new Semaphore(1);
    private volatile boolean open = true;

    ChangeStream(String tenantId, SseEmitter client) {
        this.tenantId = tenantId;
        this.client = client;
    }

    boolean isOfAnyOf(Set<String> tenants) {
        return tenants.contains(tenantId);
    }

    void changed() {
        changes.release();
    }

    void close() {
        open = false;
        changes.release();
    }

    @Override
    public void run() {
        try {
            while (open) {
                boolean changed = changes.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                changes.drainPermits();
                if (open) {
                    client.send(
                            changed
                                    ? SseEmitter.event().name("changed").data("{}")
                                    : SseEmitter.event().comment("still here"));
                }
            }
            client.complete();
        } catch (IOException e) {
            LOG.debug("A page has gone: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("A page's stream broke; it will come back: {}", e.toString());
        }
    }
}
