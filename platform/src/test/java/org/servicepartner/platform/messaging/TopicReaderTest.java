package org.servicepartner.platform.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.platform.messaging.TopicReader.Place;
import org.servicepartner.platform.testing.CloudEventsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With a broker of its own, which may go away. */
class TopicReaderTest {
    private static final String TOPIC = "test.large.v1";

    /** Together much more than a consumer fetches ahead. */
    private static final int MESSAGES = 80;

    private static final byte[] LARGE = new byte[100_000];

    private Infrastructure servers;
    private TopicReader reader;

    @BeforeEach
    void publishMuch() throws Exception {
        servers = Infrastructure.with(InfrastructureSettings.forTests());
        String broker = servers.kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker));
                CloudEventsClient client = new CloudEventsClient(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            CompletableFuture.allOf(IntStream.range(0, MESSAGES)
                            .mapToObj(number -> client.send(TOPIC, "key", Map.of(), LARGE))
                            .toArray(CompletableFuture[]::new))
                    .get();
        }
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker));
        kafka.getProperties().put("default.api.timeout.ms", "2000");
        reader = new TopicReader(kafka);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void allThatIsThereIsReadInOrder() {
        List<Long> read = new ArrayList<>();

        reader.read(TOPIC, Instant.EPOCH, row -> read.add(row.offset()));

        assertThat(read)
                .containsExactlyElementsOf(
                        IntStream.range(0, MESSAGES).mapToObj(Long::valueOf).toList());
    }

    @Test
    void singleRecordsAreReadInTheOrderInWhichTheyAreAskedFor() {
        List<Place> places = Stream.of(7L, 8L, 79L, 3L)
                .map(offset -> new Place(TOPIC, 0, offset))
                .toList();
        List<Place> read = new ArrayList<>();

        reader.read(places, row -> read.add(Place.of(row)));

        assertThat(read).containsExactlyElementsOf(places);
        assertThatThrownBy(() -> reader.read(List.of(new Place(TOPIC, 0, MESSAGES)), row -> {}))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("test.large.v1-0@80 is not there any more, or did not come within 2 s");
    }

    @Test
    void aBrokerThatGoesAwayInTheMiddleEndsIt() {
        List<Long> read = new ArrayList<>();

        assertThatThrownBy(() -> reader.read(TOPIC, Instant.EPOCH, row -> {
                    read.add(row.offset());
                    servers.close();
                }))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("test.large.v1 has more, but nothing came for 2 s");

        assertThat(read).isNotEmpty().hasSizeLessThan(MESSAGES);
    }
}
