package org.servicepartner.job;

import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.local.DemoUser;
import org.servicepartner.platform.testing.CloudEventsClient;

/** A fleet of its own for a test: what its provider, the partner and the identity service say of it. */
final class Fleet {
    static final String PARTNER = DemoUser.ALPINE_FITTERS;
    static final String VIN = "WVWZZZ1JZXW386752";
    static final String UNIT = "00000000075BCD15";

    final String id = "fleet-" + UUID.randomUUID();
    final String connection = UUID.randomUUID().toString();
    private final CloudEventsClient kafka;
    private final JdbcClient jdbc;

    Fleet(CloudEventsClient kafka, JdbcClient jdbc) {
        this.kafka = kafka;
        this.jdbc = jdbc;
    }

    /** Accepts the connection and waits until it is known. */
    Fleet accepted() {
        connection("accepted", connection, false);
        return this;
    }

    void connection(String what, String connectionId, boolean overrideAllowed) {
        kafka.publish(
                "servicepartner.fleet-connections.v1",
                id + ":" + PARTNER,
                "/service-partner/fleet-connection-service",
                "servicepartner.fleet-connection." + what + ".v1",
                """
                {"connectionId":"%s","fleetId":"%s","partnerId":"%s","fleetName":"City fleet","providerName":"Go","overrideAllowed":%s}
                """.formatted(connectionId, id, PARTNER, overrideAllowed));
        await(
                "select count(*) > 0 from connection_view where connection_id = ? and state = '"
                        + (what.equals("accepted") ? "ACCEPTED" : "ENDED") + "'",
                connectionId);
    }

    /** Creates a job for the partner and waits until it is known. */
    String job(String fields) {
        String job = UUID.randomUUID().toString();
        kafka.publish(
                "fleetcontrol.jobs.v1",
                job,
                "/fleetcontrol",
                "fleetcontrol.job.created.v1",
                "{\"jobId\":\"%s\",\"fleetId\":\"%s\",\"partnerId\":\"%s\"%s}"
                        .formatted(job, id, PARTNER, fields.isEmpty() ? "" : "," + fields));
        await("select count(*) > 0 from job_view where job_id = ?", job);
        return job;
    }

    /** An installation with everything a technician needs. */
    String installation() {
        return job("\"jobType\":\"INSTALLATION\",\"vin\":\"" + VIN + "\"");
    }

    void technician(String userId, boolean active) {
        Map<String, String> headers = CloudEventsClient.headers(
                UUID.randomUUID().toString(),
                "/service-partner/identity-service",
                "servicepartner.user.role-changed.v1");
        headers.put("ce_sequence", Long.toString(newVersion(userId)));
        kafka.publish(
                "servicepartner.users.v1",
                userId,
                headers,
                "{\"userId\":\"%s\",\"partnerId\":\"%s\",\"role\":\"%s\"}"
                        .formatted(userId, PARTNER, active ? "TECHNICIAN" : "ADMIN"));
        await("select count(*) > 0 from technician_view where user_id = ? and active = " + active, userId);
    }

    /** Of a user: higher than that of any news before. */
    long newVersion(String userId) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(userId)
                        .query(Long.class)
                        .single()
                + 1_000_000
                + System.nanoTime() / 1_000;
    }

    void await(String sql, String parameter) {
        Awaitility.await()
                .until(() -> jdbc.sql(sql).param(parameter).query(Boolean.class).single());
    }
}
