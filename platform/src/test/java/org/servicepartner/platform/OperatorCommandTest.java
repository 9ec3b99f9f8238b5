package org.servicepartner.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import org.servicepartner.platform.messaging.DeadLetterReplay;
import org.servicepartner.platform.messaging.DeadLetterReplay.Letter;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.SampleMessages;
import org.servicepartner.platform.testing.CloudEventsClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.servicepartner.platform.sample.SampleApplication.IN;

@ExtendWith(OutputCaptureExtension.class)
class OperatorCommandTest extends RunningSample {
    private static final String DEAD_LETTERS = "sample-service.sample.in.v1.dlt";
    private static final String SOURCE = "/test";

    private final String counter = newCounter();

    @Autowired
    DeadLetterReplay deadLetters;

    @Autowired
    SampleMessages handler;

    @AfterEach
    void breakAgain() {
        handler.fix(false);
    }

    @Test
    void aProcessOfItsOwnMakesAReadModelAnewWhileAnotherServesAndEnds(CapturedOutput output) {
        commands.sendAndWait(new Counter.Add(counter, 5));
        jdbc.sql("update counter_sum set total = -1 where counter_id = ?")
                .param(counter)
                .update();

        try (ConfigurableApplicationContext process = startBeside("rebuild", "sums")) {
            assertThat(process.isRunning()).isFalse();
        }

        assertThat(output).containsPattern("sums is made anew from [\\d,]+ events in [\\d.]+ s, [\\d,]+ a second\\.");
        assertThat(total(counter)).isEqualTo(5);
        commands.sendAndWait(new Counter.Add(counter, 1));
        assertThat(total(counter)).isEqualTo(6);
    }

    @Test
    void aMessageThatFailedHasItsOneEffectAfterTheFix() {
        String buggy = publish("test.buggy.v1", 5);
        String neverRight = publish("test.added.v1", -1);
        awaitDeadLetters(2);
        assertThat(letters()).extracting(Letter::id).containsExactly(buggy, neverRight);
        assertThat(letters()).allSatisfy(letter -> {
            assertThat(letter.handled()).isFalse();
            assertThat(letter.reason()).isEqualTo("FAILED");
            assertThat(letter.toString())
                    .contains("open", "key=" + counter, "from sample.in.v1-")
                    .doesNotContain("amount");
        });

        handler.fix(true);
        letters().forEach(deadLetters::replay);

        assertThat(total(counter)).isEqualTo(5);
        awaitDeadLetters(3);
        assertThat(letters())
                .extracting(Letter::id, Letter::handled)
                .containsExactly(tuple(buggy, true), tuple(neverRight, false));
        letters().forEach(deadLetters::replay);
        assertThat(total(counter)).as("a second replay").isEqualTo(5);
    }

    @Test
    void messagesOfAKeyAreReplayedInTheirOrder() {
        List<String> ids =
                List.of(publish("test.buggy.v1", 1), publish("test.buggy.v1", 2), publish("test.buggy.v1", 3));
        awaitDeadLetters(3);
        handler.fix(true);

        letters().forEach(deadLetters::replay);

        assertThat(jdbc.sql(
                                "select metadata ->> 'causationId' from domain_event where aggregate_id = ? order by sequence_number")
                        .param(counter)
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void onlyTopicsOfThisServiceHaveDeadLetters() {
        assertThat(deadLetters.topics()).containsExactly(IN);
        assertThatThrownBy(() -> deadLetters.letters("nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This service does not read a topic nonsense, only [sample.in.v1]");
    }

    private String publish(String type, int amount) {
        String id = UUID.randomUUID().toString();
        Map<String, String> headers = CloudEventsClient.headers(id, SOURCE, type);
        kafka.publish(IN, counter, headers, addition(counter, amount));
        return id;
    }

    private void awaitDeadLetters(int count) {
        kafka.await(DEAD_LETTERS, count, event -> counter.equals(event.key()));
    }

    private List<Letter> letters() {
        return deadLetters.letters(IN).stream()
                .filter(letter -> letter.message().key() != null
                        && counter.equals(new String(letter.message().key(), UTF_8)))
                .toList();
    }
}
