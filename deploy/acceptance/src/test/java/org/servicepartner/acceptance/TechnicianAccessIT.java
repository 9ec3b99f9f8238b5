package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.local.App;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who is no active technician any more sees nothing and reaches no vehicle, although the token is still valid. After the other
 * tests: a removal stays.
 */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(PlatformExtension.class)
class TechnicianAccessIT {
    private static final String ENDED = "403 technician-not-active";
    private static final Duration SAME_SECOND = Duration.ofSeconds(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();
    private final String vin = "WVW%014d".formatted(System.nanoTime() % 1_000_000_000_000L);

    private final Platform platform;

    TechnicianAccessIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_technician_who_becomes_an_admin_sees_no_jobs_until_the_role_is_given_back() {
        Person tom = platform.tom();
        worksOnAVehicle(platform.alice(), tom);
        try (LiveStream stream = tom.stream()) {
            accessEndsInTheSameSecond(tom, () -> platform.alice().changeRole(tom, "ADMIN"));

            assertThat(tom.jobs().problem()).isEqualTo(ENDED);
            stream.await(event -> event.name().equals("access-ended"));
        }
        platform.alice().changeRole(tom, "TECHNICIAN");
        await().until(() -> tom.jobs().status() == 200);
    }

    @Test
    void a_removed_technician_sees_no_jobs() {
        Person ben = platform.ben();
        worksOnAVehicle(platform.bea(), ben);
        try (LiveStream stream = ben.stream()) {
            assertThat(platform.alice().remove(ben).problem()).isEqualTo("404 user-not-found");
            accessEndsInTheSameSecond(ben, () -> platform.bea().remove(ben));

            assertThat(ben.jobs().problem()).isEqualTo(ENDED);
            assertThat(ben.job(FleetControl.newId()).problem()).isEqualTo(ENDED);
            stream.await(event -> event.name().equals("access-ended"));
            await().until(stream::hasEnded);
        }
    }

    @Test
    void nobody_reaches_a_vehicle_of_a_fleet_whose_connection_was_deleted() {
        worksOnAVehicle(platform.alice(), platform.tom());
        accessEndsInTheSameSecond(platform.tom(), () -> platform.alice().delete(connection));
    }

    private void worksOnAVehicle(Person admin, Person technician) {
        platform.fleetControl().requestConnection(connection, fleet, admin.email());
        await().until(() -> admin.connection(connection).status() == 200);
        assertThat(admin.accept(connection).status()).isEqualTo(200);
        platform.fleetControl().createDraft(job, fleet);
        platform.fleetControl().assignJob(job, admin.partnerId());
        await().until(() -> technician.job(job).status() == 200);
        assertThat(technician.acceptJob(job).status()).isEqualTo(200);
        Answer started = technician.work(job, "start", "{\"vin\":\"%s\"}".formatted(vin));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
    }

    /** As the telematics platform sees it that asks, and as it is told. The second begins with the answer to the admin. */
    private void accessEndsInTheSameSecond(Person technician, Supplier<Answer> admin) {
        String token = telematicsToken();
        try (AccessTopic topic =
                new AccessTopic(platform.stack().infrastructure().kafka().bootstrapServers())) {
            await().until(() -> topic.grants(job));
            assertThat(mayReach(technician, token)).isTrue();

            assertThat(admin.get().status()).isBetween(200, 204);

            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(SAME_SECOND)
                    .until(() -> !mayReach(technician, token) && !topic.grants(job));
        }
    }

    private boolean mayReach(Person technician, String token) {
        URI query = platform.stack()
                .url(App.GATEWAY)
                .resolve("/api/telematics/v1/vehicle-access?technicianId=%s&vin=%s&fleetId=%s"
                        .formatted(technician.id(), vin, fleet));
        try {
            Answer answer = Answer.of(HTTP.send(
                    HttpRequest.newBuilder(query)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.json().get("allowed").asBoolean();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private String telematicsToken() {
        Properties secrets = new Properties();
        try (var file = Files.newBufferedReader(platform.stack().secretsFile())) {
            secrets.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return platform.stack()
                .infrastructure()
                .keycloak()
                .clientToken("telematics-platform", secrets.getProperty("telematics.client-secret"));
    }

    /** The compacted topic, followed as the telematics platform does. */
    private static final class AccessTopic implements AutoCloseable {
        private static final String NAME = "servicepartner.vehicle-access.v1";

        private final Map<String, Boolean> granted = new HashMap<>();
        private final KafkaConsumer<String, byte[]> consumer;

        AccessTopic(String brokers) {
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", brokers, "enable.auto.commit", false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(NAME).stream()
                    .map(partition -> new TopicPartition(NAME, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        boolean grants(String jobId) {
            consumer.poll(Duration.ofMillis(10)).forEach(row -> granted.put(row.key(), row.value() != null));
            return granted.getOrDefault(jobId, false);
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
