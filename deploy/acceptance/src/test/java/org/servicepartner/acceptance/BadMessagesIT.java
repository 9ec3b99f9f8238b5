package org.servicepartner.acceptance;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What FleetControl must not send goes to the dead letters with the reason, and what it sent behind it is not held up. */
@ExtendWith(PlatformExtension.class)
class BadMessagesIT {
    private static final String CONNECTION_REQUESTED = "fleetcontrol.connection.requested.v1";
    private static final int MEBIBYTE = 1024 * 1024;

    private final Platform platform;
    private final FleetControl fleetControl;
    private final Person alice;

    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();

    BadMessagesIT(Platform platform) {
        this.platform = platform;
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
    }

    @Test
    void bad_messages_about_jobs_become_dead_letters_and_the_good_one_behind_them_arrives() {
        accept();
        String good = FleetControl.job(job, fleet, alice.partnerId());
        String malformed = job(FleetControl.JOB_CREATED, good.substring(1));
        String unknownType = job("fleetcontrol.job.painted.v1", good);
        String withoutJobId = job(FleetControl.JOB_CREATED, good.replace("jobId", "id"));
        String wrongVin = job(FleetControl.JOB_CREATED, good.replace("WVWZZZ1JZXW386752", "WVWZZZ1JZXW38675O"));
        String oneMebibyte = job(FleetControl.JOB_CREATED, good.replace("M-PM 1234", "x".repeat(MEBIBYTE)));
        String withoutCloudEventId = FleetControl.newId();
        Map<String, String> headers = FleetControl.headers(withoutCloudEventId, FleetControl.JOB_CREATED);
        headers.put("ce_subject", headers.remove("ce_id"));
        fleetControl.publish(FleetControl.JOBS, job, headers, good);

        fleetControl.createJob(job, fleet, alice.partnerId());

        await().until(() -> platform.tom().job(job).status() == 200);
        assertThat(deadJob(malformed)).isEqualTo("MALFORMED_JSON");
        assertThat(deadJob(unknownType)).isEqualTo("UNKNOWN_TYPE");
        assertThat(deadJob(withoutJobId)).isEqualTo("MISSING_FIELD");
        assertThat(deadJob(wrongVin)).isEqualTo("INVALID_FIELD");
        assertThat(deadJob(oneMebibyte)).isEqualTo("TOO_LARGE");
        assertThat(reason("job-service", FleetControl.JOBS, "ce_subject", withoutCloudEventId))
                .isEqualTo("NOT_A_CLOUD_EVENT");
        assertThat(platform.tom().jobIdsOf(fleet)).containsExactly(job);
    }

    @Test
    void bad_messages_about_connections_become_dead_letters_and_the_good_one_behind_them_arrives() {
        String good = """
                {"connectionId":"%s","fleetId":"%s","fleetName":"City","providerName":"Peak","partnerEmail":"%s"}""".formatted(connection, fleet, alice.email());
        String malformed = connection(CONNECTION_REQUESTED, good.substring(1));
        String unknownType = connection("fleetcontrol.connection.painted.v1", good);
        String withoutFleet = connection(CONNECTION_REQUESTED, good.replace("fleetId", "id"));
        String noAddress = connection(CONNECTION_REQUESTED, good.replace(alice.email(), "nobody"));
        String oneMebibyte = connection(CONNECTION_REQUESTED, good.replace("City", "x".repeat(MEBIBYTE)));

        fleetControl.requestConnection(connection, fleet, alice.email());

        await().until(() -> alice.connection(connection).status() == 200);
        assertThat(deadConnection(malformed)).isEqualTo("MALFORMED_JSON");
        assertThat(deadConnection(unknownType)).isEqualTo("UNKNOWN_TYPE");
        assertThat(deadConnection(withoutFleet)).isEqualTo("INVALID_FIELDS");
        assertThat(deadConnection(noAddress)).isEqualTo("INVALID_FIELDS");
        assertThat(deadConnection(oneMebibyte)).isEqualTo("TOO_LARGE");
    }

    @Test
    void a_repeated_message_has_no_second_effect_and_one_with_other_content_is_a_dead_letter() {
        accept();
        String messageId = FleetControl.newId();
        Map<String, String> headers = FleetControl.headers(messageId, FleetControl.JOB_CREATED);
        String other = FleetControl.newId();
        fleetControl.publish(FleetControl.JOBS, job, headers, FleetControl.job(job, fleet, alice.partnerId()));
        fleetControl.publish(FleetControl.JOBS, job, headers, FleetControl.job(job, fleet, alice.partnerId()));
        fleetControl.publish(FleetControl.JOBS, job, headers, FleetControl.job(other, fleet, alice.partnerId()));

        assertThat(deadJob(messageId)).isEqualTo("ID_REUSED");
        await().until(() -> platform.tom().job(job).status() == 200);
        assertThat(platform.tom().jobIdsOf(fleet)).containsExactly(job);
        assertThat(platform.kafka().records("servicepartner.jobs.v1").stream()
                        .filter(event -> job.equals(event.key()))
                        .map(ReceivedEvent::type))
                .containsExactly("servicepartner.job.assigned.v1");
    }

    private void accept() {
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
        alice.accept(connection);
    }

    /** All under one key, so that they lie on one partition, before what is published next under it. */
    private String job(String type, String data) {
        String id = FleetControl.newId();
        fleetControl.publish(FleetControl.JOBS, job, FleetControl.headers(id, type), data);
        return id;
    }

    private String connection(String type, String data) {
        String id = FleetControl.newId();
        fleetControl.publish(FleetControl.CONNECTIONS, fleet, FleetControl.headers(id, type), data);
        return id;
    }

    private String deadJob(String messageId) {
        return reason("job-service", FleetControl.JOBS, "ce_id", messageId);
    }

    private String deadConnection(String messageId) {
        return reason("fleet-connection-service", FleetControl.CONNECTIONS, "ce_id", messageId);
    }

    private String reason(String service, String topic, String header, String value) {
        CloudEventsClient kafka = platform.kafka();
        ReceivedEvent letter = kafka.await(
                        service + "." + topic + ".dlt",
                        1,
                        event -> value.equals(event.headers().get(header)))
                .getFirst();
        assertThat(letter.headers()).containsEntry("dlt-original-topic", topic);
        assertThat(letter.headers().get("dlt-detail")).isNotBlank();
        return letter.headers().get("dlt-reason");
    }
}
