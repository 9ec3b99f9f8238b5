package org.servicepartner.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import org.servicepartner.platform.messaging.DeadLetterReplay;
import org.servicepartner.platform.messaging.DeadLetterReplay.Letter;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.SampleMessages;
import org.servicepartner.platform.testing.CloudEventsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.servicepartner.platform.sample.SampleApplication.IN;

@ExtendWith(OutputCaptureExtension.class)
class OperatorCommandTest extends RunningSample {
    private static final String DEAD_LETTERS = "sample-service.sample.in.v1.dlt";
    private static final String SOURCE = "/test";
    private static final String BACKLOG = "spring.cloud.stream.binder.kafka.offset";

    private final String counter = newCounter();

    @Autowired
    DeadLetterReplay deadLetters;

    @Autowired
    @Qualifier("operatorCommand")
    ApplicationRunner operatorCommand;

    @Autowired
    SampleMessages handler;

    @Autowired
    MeterRegistry meters;

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
        replay();

        assertThat(total(counter)).isEqualTo(5);
        awaitDeadLetters(3);
        assertThat(letters())
                .extracting(Letter::id, Letter::handled)
                .containsExactly(tuple(buggy, true), tuple(neverRight, false));
        replay();
        assertThat(total(counter)).as("a second replay").isEqualTo(5);
    }

    @Test
    void messagesOfAKeyAreReplayedInTheirOrder() {
        List<String> ids =
                List.of(publish("test.buggy.v1", 1), publish("test.buggy.v1", 2), publish("test.buggy.v1", 3));
        awaitDeadLetters(3);
        handler.fix(true);

        replay();

        assertThat(jdbc.sql(
                                "select metadata ->> 'causationId' from domain_event where aggregate_id = ? order by sequence_number")
                        .param(counter)
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rebuild sums summs                         | There is no read model summs, only: sums.
                    rebuild                                    | Which read model? There are: sums.
                    dead-letters sample.in.v1 nonsense         | There is no topic that this service reads nonsense, only: sample.in.v1.
                    replay nonsense                            | There is no topic that this service reads nonsense, only: sample.in.v1.
                    tidy-up                                    | There is no command tidy-up, only: rebuild, dead-letters, replay, after-restore.
                    after-restore                              | --since is a moment of the past in UTC, such as --since=2026-01-31T09:30:00Z, not "".
                    after-restore --since=yesterday            | --since is a moment of the past in UTC, such as --since=2026-01-31T09:30:00Z, not "yesterday".
                    after-restore --since=9999-01-31T09:30:00Z | --since is a moment of the past in UTC, such as --since=2026-01-31T09:30:00Z, not "9999-01-31T09:30:00Z".
                    """)
    void whatThereIsNotIsRefusedBeforeAnythingIsDone(String command, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> operatorCommand.run(new DefaultApplicationArguments(command.split(" "))))
                .hasMessage(sentence);

        assertThat(output).doesNotContain("sums is made anew", "dead letters");
    }

    /**
     * What the process said, without what Logback says of itself: other contexts of this JVM log on while a start sets logging up anew.
     */
    private static Stream<String> told(CapturedOutput output) {
        return output.getErr().lines().filter(line -> !line.contains("|-WARN in Logger["));
    }

    @Test
    void aProcessTellsAMistakeInOneSentenceAndTheShellSeesIt(CapturedOutput output) {
        assertThatThrownBy(() -> startBeside("rebuild", "summs"))
                .isInstanceOf(ExitCodeGenerator.class)
                .extracting(mistake -> ((ExitCodeGenerator) mistake).getExitCode())
                .isEqualTo(2);

        assertThat(told(output)).containsExactly("There is no read model summs, only: sums.");
        assertThat(output).as("Spring Boot's line with the stack trace").doesNotContain("Application run failed");
    }

    @Test
    void whileAReplicaReadsThePositionsStay(CapturedOutput output) {
        assertThatThrownBy(() -> startBeside(
                        "after-restore",
                        "--since=2026-01-31T09:30:00Z",
                        "--spring.cloud.stream.default.consumer.auto-startup=false"))
                .isInstanceOf(ExitCodeGenerator.class);

        assertThat(told(output))
                .containsExactly(
                        "Replicas of this service still read from Kafka. Stop all of them and call this again; nothing is changed.");
        assertThat(output).doesNotContain("Application run failed", "New events have an index");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldInASentence(CapturedOutput output) {
        assertThatThrownBy(() -> startBeside(
                        "rebuild",
                        "sums",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/sample?tcpKeepAlive=true"))
                .isNotInstanceOf(ExitCodeGenerator.class);

        assertThat(told(output))
                .singleElement()
                .asString()
                .startsWith(
                        "PostgreSQL (jdbc:postgresql://127.0.0.1:1/sample) cannot be used: Connection to 127.0.0.1:1 refused.")
                .endsWith(" When it can, call this again: nothing is done twice.");
        assertThat(output).doesNotContain("Application run failed");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsToldInASentence(CapturedOutput output) {
        assertThatThrownBy(() -> startBeside(
                        "dead-letters",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.kafka.admin.operation-timeout=2s",
                        "--spring.kafka.properties.default.api.timeout.ms=2000",
                        "--spring.kafka.properties.request.timeout.ms=1000"))
                .isNotInstanceOf(ExitCodeGenerator.class);

        assertThat(told(output))
                .singleElement()
                .asString()
                .startsWith("Kafka (127.0.0.1:1) cannot be used: ")
                .endsWith(" When it can, call this again: nothing is done twice.");
        assertThat(output).doesNotContain("Application run failed");
    }

    @Test
    void aServiceThatCannotServeTellsItAsBefore(CapturedOutput output) {
        assertThatThrownBy(() -> startBeside("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/sample"))
                .isNotInstanceOf(ExitCodeGenerator.class);

        assertThat(output).contains("Application run failed").doesNotContain("cannot be used");
    }

    /** The gauge's first consumer must not be under way when the process ends. */
    @Test
    void aProcessThatEndsAtOnceCanDoWithoutTheGaugeOfTheBacklog() {
        try (ConfigurableApplicationContext process =
                startBeside("--management.metrics.enable.spring.cloud.stream.binder.kafka=false")) {
            assertThat(process.getBean(MeterRegistry.class).find(BACKLOG).meters())
                    .isEmpty();
        }
        assertThat(meters.find(BACKLOG).meters()).isNotEmpty();
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
                .filter(letter -> counter.equals(letter.key()))
                .toList();
    }

    private void replay() {
        deadLetters.replay(letters(), letter -> {});
    }
}
