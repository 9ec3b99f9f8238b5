package org.servicepartner.platform;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.RelayHandler;
import org.servicepartner.platform.relay.Relays;
import org.servicepartner.platform.sample.Counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two replicas of one service on one database. */
class ReplicaTest extends RunningSample {
    private static ConfigurableApplicationContext other;

    @Autowired
    Relays relays;

    @BeforeEach
    void startOther() {
        if (other == null) {
            other = startBeside();
        }
    }

    @AfterAll
    static void stopOther() {
        if (other != null) {
            other.close();
            other = null;
        }
    }

    /** The safety net alone would take half a second on average: five quick wake-ups in a row are no coincidence. */
    @Test
    void aCommitOnOneReplicaWakesTheOther() {
        EventLog log = other.getBean(EventLog.class);
        for (int i = 0; i < 5; i++) {
            AtomicInteger woken = new AtomicInteger();
            Runnable follower = () -> {
                if (!log.after(log.head() - 1).isEmpty()) {
                    woken.incrementAndGet();
                }
            };
            commands.sendAndWait(new Counter.Add(newCounter(), 1));
            log.follow(follower);
            commands.sendAndWait(new Counter.Add(newCounter(), 1));

            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMillis(600))
                    .untilAsserted(() -> assertThat(woken).hasPositiveValue());
            log.unfollow(follower);
        }
    }

    @Test
    void oneOfThemRunsARelayAndTheOtherTakesOver() {
        String name = "test-" + UUID.randomUUID();
        List<String> runs = new CopyOnWriteArrayList<>();
        Relay here = relays.relay(name, noting("here", runs));
        Relay there = other.getBean(Relays.class).relay(name, noting("there", runs));
        commands.sendAndWait(new Counter.Add(newCounter(), 1));
        here.start();
        await().untilAsserted(() -> assertThat(runs).isNotEmpty());
        there.start();
        try {
            for (int i = 0; i < 20; i++) {
                commands.sendAndWait(new Counter.Add(newCounter(), 1));
            }
            await().untilAsserted(() -> assertThat(here.position())
                    .isEqualTo(other.getBean(EventLog.class).head()));
            assertThat(runs).containsOnly("here");

            here.stop();
            long stoppedAt = here.position();
            commands.sendAndWait(new Counter.Add(newCounter(), 1));

            await().untilAsserted(() -> assertThat(runs).contains("there"));
            assertThat(there.position()).isGreaterThanOrEqualTo(stoppedAt);
        } finally {
            here.stop();
            there.stop();
        }
    }

    private static RelayHandler noting(String replica, List<String> runs) {
        return (events, lease) -> {
            lease.check();
            runs.add(replica);
        };
    }
}
