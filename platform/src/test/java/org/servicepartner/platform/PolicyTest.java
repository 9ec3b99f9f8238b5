package org.servicepartner.platform;

import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.WhenAddedThenEcho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PolicyTest extends RunningSample {
    private final String counter = newCounter();

    @Autowired
    WhenAddedThenEcho policy;

    @Autowired
    EventProcessingConfiguration processing;

    @Test
    void whatAPolicyCannotHandleIsKeptInOrderAndCanBeTriedAgain() {
        String other = newCounter();
        policy.balkAt(counter);
        commands.sendAndWait(new Counter.Add(counter, 1));
        commands.sendAndWait(new Counter.Add(counter, 2));
        commands.sendAndWait(new Counter.Add(other, 1));

        await().untilAsserted(() -> assertThat(echoes(other)).isEqualTo("0"));
        await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(2));
        assertThat(echoes(counter)).isNull();

        policy.accept(counter);
        commands.sendAndWait(new Counter.Add(counter, 3));
        await().untilAsserted(() -> assertThat(deadLetters()).isEqualTo(3));
        assertThat(processing
                        .sequencedDeadLetterProcessor(WhenAddedThenEcho.GROUP)
                        .orElseThrow()
                        .processAny())
                .isTrue();

        assertThat(echoes(counter)).isEqualTo("0,1,2");
        assertThat(deadLetters()).isZero();
    }

    private String echoes(String counterId) {
        return jdbc.sql(
                        "select string_agg(sequence::text, ',' order by sequence) from counter_echo where counter_id = ?")
                .param(counterId)
                .query((row, number) -> row.getString(1))
                .list()
                .getFirst();
    }

    private long deadLetters() {
        return jdbc.sql("select count(*) from dead_letter_entry where aggregate_id = ? and processing_group = ?")
                .params(counter, WhenAddedThenEcho.GROUP)
                .query(Long.class)
                .single();
    }
}
