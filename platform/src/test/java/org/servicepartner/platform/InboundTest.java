package org.servicepartner.platform;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.servicepartner.platform.sample.SampleApplication.IN;

@ExtendWith(OutputCaptureExtension.class)
class InboundTest extends RunningSample {
    private static final String DEAD_LETTERS = "sample-service.sample.in.v1.dlt";
    private static final String SOURCE = "/test";
    private static final String ADDED = "test.added.v1";

    private final String counter = newCounter();

    @Test
    void aMessageComingAgainHasNoSecondEffect() {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, ADDED);
        kafka.publish(IN, counter, headers, addition(counter, 5));
        awaitTotal(counter, 5);

        kafka.publish(IN, counter, headers, addition(counter, 5));
        kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, 1));

        awaitTotal(counter, 6);
        assertThat(deadLetters()).isEmpty();
    }

    /** Another replica appends to the same aggregate while the message waits for the append lock. */
    @Test
    void aLostRaceIsRunAgainAndIsNoErrorInTheLog(CapturedOutput log) throws Exception {
        commands.sendAndWait(new Counter.Add(counter, 5));
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(4711)");
            kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, 3));
            await().until(() -> jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .query(Long.class)
                            .single()
                    == 1);
            statement.execute("""
                    insert into domain_event
                        (event_id, aggregate_type, aggregate_id, sequence_number, event_type, recorded_at, payload, metadata)
                    select gen_random_uuid(), aggregate_type, aggregate_id, sequence_number + 1, event_type, recorded_at, payload, metadata
                    from domain_event where aggregate_id = '%s'
                    """.formatted(counter));
            other.commit();
        }

        awaitTotal(counter, 8);
        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(counter)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(deadLetters()).isEmpty();
        assertThat(log.getAll()).doesNotContain(" ERROR ", "Somebody else has changed the same");
    }

    @Test
    void aMessageMayLeadToSeveralThings() {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, "test.added-twice.v1");
        kafka.publish(IN, counter, headers, addition(counter, 5));
        kafka.publish(IN, counter, headers, addition(counter, 5));
        kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, 1));

        awaitTotal(counter, 11);
    }

    @Test
    void ofSeveralThingsNoneIsDoneUnlessAllAre() {
        kafka.publish(IN, counter, SOURCE, "test.added-and-taken.v1", addition(counter, 5));

        kafka.await(DEAD_LETTERS, 1, event -> counter.equals(event.key()));
        assertThat(total(counter)).isZero();
    }

    @Test
    void anIdIsOnlyOneMessageOfOneSource() {
        String id = UUID.randomUUID().toString();
        kafka.publish(IN, counter, CloudEventsClient.headers(id, "/one", ADDED), addition(counter, 5));
        kafka.publish(IN, counter, CloudEventsClient.headers(id, "/other", ADDED), addition(counter, 5));

        awaitTotal(counter, 10);
    }

    @Test
    void anIdUsedAgainForSomethingElseIsRefused() {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, ADDED);
        kafka.publish(IN, counter, headers, addition(counter, 5));
        awaitTotal(counter, 5);

        kafka.publish(IN, counter, headers, addition(counter, 7));

        headers.put("ce_type", "test.added-twice.v1");
        kafka.publish(IN, counter, headers, addition(counter, 5));

        assertThat(kafka.await(DEAD_LETTERS, 2, event -> counter.equals(event.key())))
                .extracting(letter -> letter.headers().get("dlt-reason"), ReceivedEvent::data)
                .containsExactly(tuple("ID_REUSED", addition(counter, 7)), tuple("ID_REUSED", addition(counter, 5)));
        assertThat(total(counter)).isEqualTo(5);
    }

    @Test
    void whatWasRememberedByItsDataAloneIsKnownWhenItComesAgain() {
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, ADDED);
        String key = SOURCE + "\n" + headers.get("ce_id");
        jdbc.sql("insert into inbound_message (message_key, content) values (?, ?)")
                .params(
                        UUID.nameUUIDFromBytes(key.getBytes(UTF_8)),
                        UUID.nameUUIDFromBytes(addition(counter, 5).getBytes(UTF_8)))
                .update();

        kafka.publish(IN, counter, headers, addition(counter, 5));
        kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, 1));

        awaitTotal(counter, 1);
        assertThat(deadLetters()).isEmpty();
    }

    /** What doubling adds is asked for when the message is understood. */
    @Test
    void whatDependsOnWhatIsBeforeItWaitsForThat() {
        publish(3);
        kafka.send(
                IN,
                counter,
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, "test.doubled.v1"),
                addition(counter, 0).getBytes(UTF_8));
        kafka.send(
                IN,
                counter,
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, "test.doubled.v1"),
                addition(counter, 0).getBytes(UTF_8));

        awaitTotal(counter, 12);
    }

    @Test
    void whatCannotBeHandledNeitherHoldsUpNorTakesAlongTheRest() {
        List<String> reasons = new ArrayList<>();
        publish(1);
        for (Bad bad : Bad.values()) {
            Map<String, String> headers =
                    CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, ADDED);
            String data = bad.spoil(headers, addition(counter, 100));
            kafka.send(IN, counter, headers, data == null ? null : data.getBytes(UTF_8));
            reasons.add(bad.reason);
            publish(1);
        }

        awaitTotal(counter, 1 + Bad.values().length);
        List<ReceivedEvent> letters = kafka.await(DEAD_LETTERS, reasons.size(), event -> counter.equals(event.key()));
        assertThat(letters)
                .extracting(letter -> letter.headers().get("dlt-reason"))
                .containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.headers()).containsEntry("dlt-original-topic", IN);
            assertThat(letter.headers().get("dlt-original-partition")).matches("\\d+");
            assertThat(letter.headers().get("dlt-original-offset")).matches("\\d+");
            assertThat(letter.headers().get("dlt-detail")).isNotBlank();
        });
        assertThat(letters)
                .filteredOn(letter -> "MALFORMED_JSON".equals(letter.headers().get("dlt-reason")))
                .extracting(ReceivedEvent::data)
                .containsOnly("{no json");
    }

    private void publish(int amount) {
        kafka.send(
                IN,
                counter,
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, ADDED),
                addition(counter, amount).getBytes(UTF_8));
    }

    private enum Bad {
        JSON("MALFORMED_JSON") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                return "{no json";
            }
        },
        REFUSED_BY_THE_AGGREGATE("FAILED") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                return data.replace("100", "-1");
            }
        },
        BUG("FAILED") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                headers.put("ce_type", "test.buggy.v1");
                return data;
            }
        },
        TYPE("UNKNOWN_TYPE") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                headers.put("ce_type", "test.nonsense.v1");
                return data;
            }
        },
        ID("NOT_A_CLOUD_EVENT") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                headers.remove("ce_id");
                return data;
            }
        },
        SPEC_VERSION("NOT_A_CLOUD_EVENT") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                headers.put("ce_specversion", "0.3");
                return data;
            }
        },
        TIME("NOT_A_CLOUD_EVENT") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                headers.put("ce_time", "yesterday");
                return data;
            }
        },
        LONG_HEADER("NOT_A_CLOUD_EVENT") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                headers.put("ce_subject", "x".repeat(2_000));
                return data;
            }
        },
        NO_DATA("NO_DATA") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                return null;
            }
        },
        SIZE("TOO_LARGE") {
            @Override
            String spoil(Map<String, String> headers, String data) {
                return "x".repeat(1_000_000);
            }
        };

        private final String reason;

        Bad(String reason) {
            this.reason = reason;
        }

        abstract String spoil(Map<String, String> headers, String data);
    }

    @Test
    void aFailingCommandLeavesNothing() {
        kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, -1));

        kafka.await(DEAD_LETTERS, 1, event -> counter.equals(event.key()));
        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(counter)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(total(counter)).isZero();
    }

    /** Compression lets a message pass the broker that is larger, once unpacked, than any dead letter can be. */
    @Test
    void evenAHugeMessageDoesNotHoldUpTheRest() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        Infrastructure.shared().kafka().bootstrapServers(),
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        16 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> huge =
                    new ProducerRecord<>(IN, counter.getBytes(UTF_8), new byte[8 * 1024 * 1024]);
            long offset = producer.send(huge).get().offset();
            kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, 3));

            awaitTotal(counter, 3);
            assertThat(kafka.await(
                            DEAD_LETTERS,
                            1,
                            event -> String.valueOf(offset)
                                            .equals(event.headers().get("dlt-original-offset"))
                                    && event.data() == null))
                    .extracting(letter -> letter.headers().get("dlt-reason"))
                    .contains("TOO_LARGE");
        }
    }

    private List<ReceivedEvent> deadLetters() {
        return kafka.records(DEAD_LETTERS).stream()
                .filter(event -> counter.equals(event.key()))
                .toList();
    }
}
