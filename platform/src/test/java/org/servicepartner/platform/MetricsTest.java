package org.servicepartner.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.relay.Relay;
import org.servicepartner.platform.relay.Relays;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.WhenAddedThenEcho;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.Scrape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.servicepartner.platform.sample.SampleApplication.IN;

/** What Prometheus is told when something really happens. */
@Order(Integer.MAX_VALUE)
class MetricsTest extends RunningSample {
    private static final String SOURCE = "/test";
    private static final String ADDED = "test.added.v1";

    private final String counter = newCounter();

    @Autowired
    Relays relays;

    @Autowired
    WhenAddedThenEcho policy;

    private double sum(String metric, Map<String, String> labels) {
        return Scrape.of(URI.create("http://127.0.0.1:" + port)).sum(metric, labels);
    }

    private double inbound(String outcome) {
        return sum("servicepartner_inbound_messages_total", Map.of("topic", IN, "outcome", outcome));
    }

    @Test
    void messagesAreCountedByWhatCameOfThem() {
        double handled = inbound("handled");
        double repeated = inbound("repeated");
        double rejected = inbound("rejected");
        Map<String, String> reason = Map.of("topic", IN, "reason", "UNKNOWN_TYPE");
        double letters = sum("servicepartner_dead_letters_total", reason);
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, ADDED);

        kafka.publish(IN, counter, headers, addition(counter, 5));
        kafka.publish(IN, counter, headers, addition(counter, 5));
        kafka.publish(IN, counter, SOURCE, "test.nonsense.v1", addition(counter, 5));
        kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, 1));

        await().untilAsserted(() -> assertThat(inbound("handled")).isEqualTo(handled + 2));
        await().untilAsserted(() -> assertThat(inbound("repeated")).isEqualTo(repeated + 1));
        await().untilAsserted(() -> assertThat(inbound("rejected")).isEqualTo(rejected + 1));
        assertThat(sum("servicepartner_dead_letters_total", reason)).isEqualTo(letters + 1);
    }

    @Test
    void howLongAMessageTakesToTheOtherSideIsCountedFromItsPublishing() {
        Map<String, String> relay = Map.of("relay", "sample-out");
        Map<String, String> withinAMinute = Map.of("relay", "sample-out", "le", "60.0");
        awaitThatAllIsRelayed();
        double count = sum("servicepartner_relay_end_to_end_seconds_count", relay);
        double seconds = sum("servicepartner_relay_end_to_end_seconds_sum", relay);
        double early = sum("servicepartner_relay_end_to_end_seconds_bucket", withinAMinute);

        publishAsOf(Instant.now().minus(Duration.ofMinutes(3)));

        await().untilAsserted(() -> assertThat(sum("servicepartner_relay_end_to_end_seconds_count", relay))
                .isEqualTo(count + 1));
        assertThat(sum("servicepartner_relay_end_to_end_seconds_sum", relay) - seconds)
                .isBetween(180.0, 240.0);
        assertThat(sum("servicepartner_relay_end_to_end_seconds_bucket", withinAMinute))
                .isEqualTo(early);
    }

    private void awaitThatAllIsRelayed() {
        await().untilAsserted(() -> assertThat(sum("servicepartner_relay_position", Map.of("relay", "sample-out")))
                .isEqualTo(events()));
    }

    private long events() {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    private void publishAsOf(Instant publishedAt) {
        ProducerRecord<byte[], byte[]> row = new ProducerRecord<>(
                IN,
                null,
                publishedAt.toEpochMilli(),
                counter.getBytes(UTF_8),
                addition(counter, 1).getBytes(UTF_8));
        CloudEventsClient.headers(UUID.randomUUID().toString(), SOURCE, ADDED)
                .forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Infrastructure.shared().kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(row);
        }
    }

    @Test
    void anEventThatNoMessageLedToIsCountedFromItsRecording() {
        Map<String, String> withinAMinute = Map.of("relay", "sample-out", "le", "60.0");
        awaitThatAllIsRelayed();
        double early = sum("servicepartner_relay_end_to_end_seconds_bucket", withinAMinute);

        commands.sendAndWait(new Counter.Add(counter, 1));

        await().untilAsserted(() -> assertThat(sum("servicepartner_relay_end_to_end_seconds_bucket", withinAMinute))
                .isEqualTo(early + 1));
    }

    @Test
    void aRelayThatStandsStillIsBehindAndThenIsNot() {
        String name = "standing-" + UUID.randomUUID();
        Map<String, String> processor = Map.of("processor", name);
        AtomicBoolean standing = new AtomicBoolean(true);
        commands.sendAndWait(new Counter.Add(counter, 1));
        Relay relay = relays.relay(name, (events, lease) -> {
            if (standing.get()) {
                throw new IllegalStateException("Nobody takes it");
            }
        });
        relay.start();
        try {
            await().untilAsserted(() -> assertThat(sum("servicepartner_processor_lag_seconds", processor))
                    .isGreaterThan(1));

            standing.set(false);
            await().untilAsserted(() -> assertThat(sum("servicepartner_processor_lag_seconds", processor))
                    .isZero());
        } finally {
            relay.stop();
        }
    }

    @Test
    void whatAPolicyCannotHandleIsCounted() {
        Map<String, String> processor = Map.of("processor", WhenAddedThenEcho.GROUP);
        policy.balkAt(counter);

        commands.sendAndWait(new Counter.Add(counter, 1));
        commands.sendAndWait(new Counter.Add(counter, 2));

        await().untilAsserted(() -> assertThat(sum("servicepartner_processor_dead_letters", processor))
                .isGreaterThanOrEqualTo(2)
                .isEqualTo(jdbc.sql("select count(*) from dead_letter_entry where processing_group = ?")
                        .param(WhenAddedThenEcho.GROUP)
                        .query(Double.class)
                        .single()));
    }

    @Test
    void theStoreGrowsByWhatIsStored() {
        commands.sendAndWait(new Counter.Add(counter, 1));

        await().untilAsserted(() -> assertThat(sum("servicepartner_event_store_events", Map.of()))
                .isPositive()
                .isEqualTo(events()));
        assertThat(sum("servicepartner_event_store_size_bytes", Map.of())).isGreaterThan(8_192);
    }

    @Test
    void refusalsAreCountedByTheirProblem() throws Exception {
        for (Map.Entry<String, String> refusal : Map.of(
                        "/sample/refused", "onboarding-incomplete",
                        "/sample/changed", "changed-meanwhile",
                        "/sample/counters/42", "bad-request",
                        "/sample/nowhere", "not-found")
                .entrySet()) {
            Map<String, String> type = Map.of("type", refusal.getValue());
            double before = sum("servicepartner_problems_total", type);

            get(refusal.getKey(), Infrastructure.shared().keycloak().token(DemoUser.TOM));

            assertThat(sum("servicepartner_problems_total", type))
                    .as(refusal.getValue())
                    .isEqualTo(before + 1);
        }
        Map<String, String> type = Map.of("type", "unauthenticated");
        double before = sum("servicepartner_problems_total", type);
        get("/sample/caller", "nonsense");
        assertThat(sum("servicepartner_problems_total", type)).isEqualTo(before + 1);
    }

    private void get(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    /** Micrometer looks for new metrics of a consumer once a minute. */
    @Test
    void theBacklogInKafkaIsTold() {
        kafka.publish(IN, counter, SOURCE, ADDED, addition(counter, 1));
        awaitTotal(counter, 1);

        await().atMost(Duration.ofSeconds(75))
                .untilAsserted(() -> assertThat(Scrape.of(URI.create("http://127.0.0.1:" + port))
                                .series())
                        .anySatisfy(series -> {
                            assertThat(series.metric()).isEqualTo("kafka_consumer_fetch_manager_records_lag");
                            assertThat(series.labels())
                                    .containsEntry("topic", IN)
                                    .containsKey("partition");
                        }));
    }
}
