package org.servicepartner.benchmark;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

import org.servicepartner.local.DemoUser;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The messages of the others: FleetControl's jobs, and what the neighbours say about connections and users. */
final class Messages {
    static final String JOBS = "fleetcontrol.jobs.v1";

    private static final String CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String USERS = "servicepartner.users.v1";

    private Messages() {}

    /** A job that is given to the partner at once. */
    static ProducerRecord<String, byte[]> job(String topic, String jobId, String fleetId, UUID partnerId, int number) {
        return cloudEvent(topic, jobId, "/fleetcontrol", "fleetcontrol.job.created.v1", jobId, """
                {"jobId":"%s","fleetId":"%s","partnerId":"%s","jobType":"INSTALLATION","vin":"WVWZZZ1JZXW%06d",\
                "licensePlate":"SI-IN %d","plannedServiceDate":"2026-03-31","instructions":"Install behind the dashboard, check the antenna"}""".formatted(
                        jobId, fleetId, partnerId, number % 1_000_000, number % 10_000));
    }

    static ProducerRecord<String, byte[]> accepted(String connectionId, String fleetId, UUID partnerId) {
        return connection("accepted", 1, connectionId, fleetId, partnerId);
    }

    static ProducerRecord<String, byte[]> deleted(String connectionId, String fleetId, UUID partnerId) {
        return connection("deleted", 2, connectionId, fleetId, partnerId);
    }

    private static ProducerRecord<String, byte[]> connection(
            String what, long sequence, String connectionId, String fleetId, UUID partnerId) {
        String pair = fleetId + ":" + partnerId;
        ProducerRecord<String, byte[]> message = cloudEvent(
                CONNECTIONS,
                pair,
                "/service-partner/fleet-connection-service",
                "servicepartner.fleet-connection." + what + ".v1",
                pair,
                """
                {"connectionId":"%s","fleetId":"%s","partnerId":"%s","overrideAllowed":false,"%sAt":"%s","%sBy":"%s"}""".formatted(connectionId, fleetId, partnerId, what, Instant.now(), what, DemoUser.ALICE.userId()));
        return withSequence(message, sequence);
    }

    static ProducerRecord<String, byte[]> activated(Technician technician) {
        ProducerRecord<String, byte[]> message = cloudEvent(
                USERS,
                technician.userId().toString(),
                "/service-partner/identity-service",
                "servicepartner.user.activated.v1",
                technician.userId().toString(),
                """
                {"userId":"%s","partnerId":"%s","email":"%s","firstName":"Bench","lastName":"Mark","role":"TECHNICIAN"}""".formatted(technician.userId(), technician.partnerId(), technician.email()));
        return withSequence(message, 0);
    }

    private static ProducerRecord<String, byte[]> cloudEvent(
            String topic, String key, String source, String type, String subject, String data) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, data.getBytes(UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", UUID.randomUUID().toString());
        header(message, "ce_source", source);
        header(message, "ce_type", type);
        header(message, "ce_time", Instant.now().toString());
        header(message, "ce_subject", subject);
        header(message, "content-type", "application/json");
        return message;
    }

    private static ProducerRecord<String, byte[]> withSequence(ProducerRecord<String, byte[]> message, long sequence) {
        header(message, "ce_sequence", Long.toString(sequence));
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
