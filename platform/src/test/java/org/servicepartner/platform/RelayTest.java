package org.servicepartner.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.RelayHandler;
import org.servicepartner.platform.relay.Relays;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.servicepartner.platform.sample.SampleApplication.OUT;

class RelayTest extends RunningSample {
    private final String name = "test-" + UUID.randomUUID();
    private final String counter = newCounter();
    private final List<Relay> relays = new ArrayList<>();

    @Autowired
    Relays factory;

    private Relay start(RelayHandler handler) {
        Relay relay = factory.relay(name, handler);
        relays.add(relay);
        relay.start();
        return relay;
    }

    @AfterEach
    void stop() {
        relays.forEach(Relay::stop);
    }

    private static List<Long> ofCounter(List<RecordedEvent> events, String counter) {
        return events.stream()
                .filter(event -> event.aggregateId().equals(counter))
                .map(RecordedEvent::sequence)
                .toList();
    }

    @Test
    void eventsOfAnAggregateArriveInOrder() {
        for (int i = 0; i < 20; i++) {
            commands.sendAndWait(new Counter.Add(counter, 1));
        }

        List<ReceivedEvent> published = kafka.await(OUT, 20, event -> counter.equals(event.key()));
        assertThat(published.stream()
                        .map(event -> Integer.parseInt(event.headers().get("ce_sequence"))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aFailingHandlerGetsTheSameEventsAgainAndNoneIsSkipped() {
        List<RecordedEvent> relayed = new CopyOnWriteArrayList<>();
        AtomicInteger attempts = new AtomicInteger();
        commands.sendAndWait(new Counter.Add(counter, 1));
        commands.sendAndWait(new Counter.Add(counter, 1));
        start((events, lease) -> {
            switch (attempts.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("Out of order");
                case 2 -> throw new AssertionError("Even an error must not end a relay");
                default -> relayed.addAll(events);
            }
        });

        await().untilAsserted(() -> assertThat(ofCounter(relayed, counter)).containsExactly(0L, 1L));
        assertThat(relayed).extracting(RecordedEvent::index).isSorted().doesNotHaveDuplicates();
        assertThat(relayed.getFirst().index()).isEqualTo(1);
    }

    @Test
    void itGoesOnWhereItWasStopped() {
        List<RecordedEvent> first = new CopyOnWriteArrayList<>();
        List<RecordedEvent> second = new CopyOnWriteArrayList<>();
        commands.sendAndWait(new Counter.Add(counter, 1));
        Relay before = start((events, lease) -> first.addAll(events));
        await().untilAsserted(() -> assertThat(ofCounter(first, counter)).containsExactly(0L));
        before.stop();

        commands.sendAndWait(new Counter.Add(counter, 1));
        start((events, lease) -> second.addAll(events));

        await().untilAsserted(() -> assertThat(ofCounter(second, counter)).containsExactly(1L));
    }

    @Test
    void itGoesBackWhenItStandsAndNeverForward() {
        List<RecordedEvent> relayed = new CopyOnWriteArrayList<>();
        commands.sendAndWait(new Counter.Add(counter, 1));
        commands.sendAndWait(new Counter.Add(counter, 1));
        Relay relay = start((events, lease) -> relayed.addAll(events));
        await().untilAsserted(() -> assertThat(ofCounter(relayed, counter)).containsExactly(0L, 1L));
        long second = relayed.getLast().index();
        assertThatThrownBy(() -> relay.goBackTo(0)).isInstanceOf(IllegalStateException.class);
        relay.stop();

        relay.goBackTo(second - 1);
        relay.goBackTo(second + 1);
        relay.start();

        await().untilAsserted(() -> assertThat(ofCounter(relayed, counter)).containsExactly(0L, 1L, 1L));
    }

    @Test
    void aReplicaThatFellSilentIsReplacedAfterTheClaimTimeout() {
        Instant silentSince = Instant.now();
        jdbc.sql(
                        "insert into token_entry (processor_name, segment, owner, timestamp) values (?, 0, 'replica that died', ?)")
                .params(name, silentSince.toString())
                .update();
        List<Instant> relayed = new CopyOnWriteArrayList<>();
        commands.sendAndWait(new Counter.Add(counter, 1));

        start((events, lease) -> relayed.add(Instant.now()));

        await().untilAsserted(() -> assertThat(relayed).isNotEmpty());
        assertThat(Duration.between(silentSince, relayed.getFirst())).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void aReplicaThatLostItsClaimMaySendNothing() {
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        commands.sendAndWait(new Counter.Add(counter, 1));
        start((events, lease) -> {
            Instant begun = Instant.now();
            jdbc.sql("update token_entry set owner = 'another replica', timestamp = ? where processor_name = ?")
                    .params(begun.toString(), name)
                    .update();
            await().until(() -> Duration.between(begun, Instant.now()).toMillis() > 500);
            try {
                lease.check();
            } catch (RuntimeException e) {
                refused.incrementAndGet();
                throw e;
            }
            sent.incrementAndGet();
        });

        await().untilAsserted(() -> assertThat(refused).hasPositiveValue());
        assertThat(sent).hasValue(0);
    }
}
