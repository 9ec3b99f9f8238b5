package org.servicepartner.local.fleetcontrol;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages as CloudEvents 1.0 in Kafka's binary mode and waits until the broker has all of them. */
final class Publisher {

    private static final String SOURCE = "/fleetcontrol";

    private final String broker;
    private final Clock clock;

    Publisher(String broker, Clock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    void publish(List<Message> messages) {
        publish(messages, message -> {});
    }

    /**
     * See {@link #publish(List)}.
     *
     * @param taken is told of each message that the broker has, also when it does not take others
     */
    void publish(List<Message> messages, Consumer<Message> taken) {
        Broker.requireReachable(broker);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                ProducerConfig.CLIENT_ID_CONFIG, "fleetcontrol",
                ProducerConfig.LINGER_MS_CONFIG, 5,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Message message : messages) {
                sent.add(producer.send(recordOf(message)));
            }
            producer.flush();
            List<Refusal> refusals = new ArrayList<>();
            for (int index = 0; index < sent.size(); index++) {
                Message message = messages.get(index);
                try {
                    acknowledge(message, sent.get(index));
                    taken.accept(message);
                } catch (Refusal refusal) {
                    refusals.add(refusal);
                }
            }
            if (!refusals.isEmpty()) {
                throw refusals.getFirst();
            }
        }
    }

    private void acknowledge(Message message, Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException failure) {
            throw new Refusal(
                    failure.getCause() instanceof TimeoutException
                            ? "Kafka has no topic " + message.topic()
                                    + " yet, or does not take messages. The services create their topics when they start: wait until deploy/local/up says that the platform is up."
                            : "Kafka refused the message " + message.type() + " with the key " + message.key() + ": "
                                    + failure.getCause().getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted before Kafka had acknowledged every message.");
        }
    }

    private ProducerRecord<String, byte[]> recordOf(Message message) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                message.topic(), message.key(), JsonMapper.shared().writeValueAsBytes(message.data()));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", SOURCE,
                        "ce_type", message.type(),
                        "ce_time",
                                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                        "ce_subject", message.key(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
