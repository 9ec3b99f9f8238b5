package org.servicepartner.platform;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.CounterEvent;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.servicepartner.platform.sample.SampleApplication.OUT;

/** What another version of the service has stored, an older or a newer one, beside what this one stores. */
class VersionsTest extends RunningSample {
    private final String counter = newCounter();

    @Autowired
    Projections projections;

    /** Events as other versions wrote them, then one of this version: which loads the aggregate, and wakes all who follow. */
    @BeforeEach
    void storeOfAllVersions() {
        store(0, "counter.stepped.v1", "{\"counterId\":\"%s\"}");
        store(1, "counter.increased.v1", "{\"counterId\":\"%s\",\"by\":20}");
        store(2, "counter.added.v1", "{\"counterId\":\"%s\",\"amount\":300,\"reason\":\"of a newer version\"}");
        commands.sendAndWait(new Counter.Add(counter, 4_000));
    }

    @Test
    void aReadModelIsMadeOfAllOfThem() {
        projections.rebuild("sums");

        assertThat(total(counter)).isEqualTo(4_321);
    }

    @Test
    void relaysTellAllOfThemInTheFormOfToday() {
        assertThat(kafka.await(OUT, 4, event -> counter.equals(event.key())))
                .extracting(ReceivedEvent::data)
                .containsExactly(
                        addition(counter, 1), addition(counter, 20), addition(counter, 300), addition(counter, 4_000));
    }

    @Test
    void policiesHearOfAllOfThem() {
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select sequence from counter_echo where counter_id = ? order by sequence")
                                .param(counter)
                                .query(Long.class)
                                .list())
                .containsExactly(0L, 1L, 2L, 3L));
    }

    @Test
    void aNameOfThePastIsNoneOfTodayAndLeadsToOne() {
        EventTypes types = EventTypes.of(CounterEvent.class);

        assertThatThrownBy(() -> types.formerly("counter.added.v1", "counter.added.v2", old -> old))
                .hasMessageContaining("counter.added.v1 is no name of the past");
        assertThatThrownBy(() -> types.formerly("counter.increased.v1", "counter.added.v2", old -> old))
                .hasMessageContaining("Nothing has the name counter.added.v2");
    }

    private void store(long sequence, String type, String payload) {
        jdbc.sql("""
                        insert into domain_event
                            (event_id, aggregate_type, aggregate_id, sequence_number, event_type, recorded_at, payload, metadata)
                        values (?, 'Counter', ?, ?, ?, now(), ?::json, '{}')
                        """)
                .params(UUID.randomUUID().toString(), counter, sequence, type, payload.formatted(counter))
                .update();
    }
}
