package org.servicepartner.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The provider's program at Kafka: says what is wanted, hears what came of it. Ids of messages are returned. */
final class FleetControl implements AutoCloseable {
    static final String SOURCE = "/fleetcontrol";
    static final String CONNECTIONS = "fleetcontrol.connections.v1";
    static final String JOBS = "fleetcontrol.jobs.v1";
    static final String JOB_CREATED = "fleetcontrol.job.created.v1";
    private static final String CONNECTION_EVENTS = "servicepartner.fleet-connections.v1";
    private static final String JOB_EVENTS = "servicepartner.jobs.v1";
    private static final int LARGEST_REQUEST = 8 * 1024 * 1024;

    private final CloudEventsClient kafka;
    /** Compresses, so that the broker takes more than its limit says; somebody else's client may do so. */
    private final KafkaProducer<String, byte[]> largeMessages;

    FleetControl(String brokers, CloudEventsClient kafka) {
        this.kafka = kafka;
        this.largeMessages = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static String newFleet() {
        return "fleet-" + UUID.randomUUID().toString().substring(0, 8);
    }

    String requestConnection(String connectionId, String fleetId, String partnerEmail) {
        return publish(CONNECTIONS, fleetId, "fleetcontrol.connection.requested.v1", """
                {"connectionId":"%s","fleetId":"%s","fleetName":"Fleet %s","providerName":"Peak Mobility",
                 "providerContactEmail":"desk@peak-mobility.example","partnerEmail":"%s"}""".formatted(
                        connectionId, fleetId, fleetId, partnerEmail));
    }

    String withdrawConnection(String connectionId, String fleetId) {
        return publish(
                CONNECTIONS,
                fleetId,
                "fleetcontrol.connection.withdrawn.v1",
                "{\"connectionId\":\"%s\",\"fleetId\":\"%s\"}".formatted(connectionId, fleetId));
    }

    /** A job that is given to the partner at once. */
    String createJob(String jobId, String fleetId, String partnerId) {
        return publish(JOBS, jobId, JOB_CREATED, job(jobId, fleetId, partnerId));
    }

    String createDraft(String jobId, String fleetId) {
        return publish(
                JOBS,
                jobId,
                JOB_CREATED,
                "{\"jobId\":\"%s\",\"fleetId\":\"%s\",\"customName\":\"Draft\"}".formatted(jobId, fleetId));
    }

    /** Many jobs at once; completes when the broker has them. */
    CompletableFuture<Void> createJobs(List<String> jobIds, String fleetId, String partnerId) {
        return CompletableFuture.allOf(jobIds.stream()
                .map(jobId -> kafka.send(
                        JOBS,
                        jobId,
                        CloudEventsClient.headers(newId(), SOURCE, JOB_CREATED),
                        job(jobId, fleetId, partnerId).getBytes(UTF_8)))
                .toArray(CompletableFuture[]::new));
    }

    String changeJob(String jobId, String customName) {
        return publish(
                JOBS,
                jobId,
                "fleetcontrol.job.changed.v1",
                "{\"jobId\":\"%s\",\"customName\":\"%s\"}".formatted(jobId, customName));
    }

    String assignJob(String jobId, String partnerId) {
        return publish(
                JOBS,
                jobId,
                "fleetcontrol.job.assigned.v1",
                "{\"jobId\":\"%s\",\"partnerId\":\"%s\"}".formatted(jobId, partnerId));
    }

    String deleteJob(String jobId) {
        return publish(JOBS, jobId, "fleetcontrol.job.deleted.v1", "{\"jobId\":\"%s\"}".formatted(jobId));
    }

    /** A message of which every header is chosen by the test. */
    void publish(String topic, String key, Map<String, String> headers, String data) {
        ProducerRecord<String, byte[]> row = new ProducerRecord<>(topic, key, data.getBytes(UTF_8));
        headers.forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        largeMessages.send(row);
        largeMessages.flush();
    }

    static Map<String, String> headers(String messageId, String type) {
        return new LinkedHashMap<>(CloudEventsClient.headers(messageId, SOURCE, type));
    }

    static String job(String jobId, String fleetId, String partnerId) {
        return """
                {"jobId":"%s","fleetId":"%s","partnerId":"%s","jobType":"INSTALLATION","vin":"WVWZZZ1JZXW386752",
                 "licensePlate":"M-PM 1234"}""".formatted(jobId, fleetId, partnerId);
    }

    /** Waits for an event about a connection, such as {@code accepted}. */
    JsonNode hearsOfConnection(String what, String connectionId) {
        return hears(
                CONNECTION_EVENTS, "servicepartner.fleet-connection." + what + ".v1", "connectionId", connectionId);
    }

    /** Waits for an event about a job, such as {@code failed}. */
    JsonNode hearsOfJob(String what, String jobId) {
        return hears(JOB_EVENTS, "servicepartner.job." + what + ".v1", "jobId", jobId);
    }

    /** Waits for the answer that a message about a connection was refused. */
    JsonNode hearsRefusalAboutConnection(String messageId) {
        return json(kafka.await(CONNECTION_EVENTS, 1, event -> isAbout(event, "refusedMessageId", messageId)));
    }

    /** Waits for the answer that a message about a job was refused. */
    JsonNode hearsRefusalAboutJob(String messageId) {
        return json(kafka.await(JOB_EVENTS, 1, event -> isAbout(event, "refusedMessageId", messageId)));
    }

    private JsonNode hears(String topic, String type, String field, String id) {
        return json(kafka.await(topic, 1, event -> event.type().equals(type) && isAbout(event, field, id)));
    }

    private static JsonNode json(List<ReceivedEvent> events) {
        return JsonMapper.shared().readTree(events.getLast().data());
    }

    private static boolean isAbout(ReceivedEvent event, String field, String id) {
        return event.data() != null && event.data().contains("\"%s\":\"%s\"".formatted(field, id));
    }

    private String publish(String topic, String key, String type, String json) {
        return kafka.publish(topic, key, SOURCE, type, json);
    }

    @Override
    public void close() {
        largeMessages.close();
    }
}
