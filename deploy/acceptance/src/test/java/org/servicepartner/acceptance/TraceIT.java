package org.servicepartner.acceptance;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One trace follows what happens to a job, from whoever began it to SmartControl's feed, and a collector gets all steps of it. */
@ExtendWith(PlatformExtension.class)
class TraceIT {
    private static final String VISIBLE_JOB_SENT = "send servicepartner.visible-job.v1";

    private final Platform platform;
    private final FleetControl fleetControl;
    private final Person alice;
    private final Person tom;
    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();

    TraceIT(Platform platform) {
        this.platform = platform;
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
        this.tom = platform.tom();
    }

    @Test
    void the_trace_of_FleetControls_message_goes_on_in_the_feed() {
        String traceId = FleetControl.newId().replace("-", "");
        String parentId = traceId.substring(16);
        connect();
        String earlier = FleetControl.newId();
        fleetControl.createJob(earlier, fleet, alice.partnerId());
        await().until(() -> tom.jobIdsOf(fleet).contains(earlier));

        Map<String, String> headers = FleetControl.headers(FleetControl.newId(), FleetControl.JOB_CREATED);
        headers.put("traceparent", "00-%s-%s-01".formatted(traceId, parentId));
        fleetControl.publish(FleetControl.JOBS, job, headers, FleetControl.job(job, fleet, alice.partnerId()));

        assertThat(traceIdOf(awaitInFeed())).isEqualTo(traceId);
        await().untilAsserted(() -> assertThat(way(traceId))
                .extracting(TraceCollector.Span::toString)
                .containsExactly(
                        "job-service: receive fleetcontrol.job.created.v1", "job-service: " + VISIBLE_JOB_SENT));
        assertThat(way(traceId).getFirst().parentId()).isEqualTo(parentId);
    }

    @Test
    void the_trace_of_an_admins_decision_goes_through_all_services_to_the_feed() {
        fleetControl.createJob(job, fleet, alice.partnerId());
        fleetControl.hearsOfJob("assigned", job);
        connect();

        String traceId = traceIdOf(awaitInFeed());
        await().untilAsserted(() -> {
            assertThat(services(way(traceId))).containsExactly("gateway", "fleet-connection-service", "job-service");
            assertThat(way(traceId))
                    .extracting(TraceCollector.Span::toString)
                    .endsWith(
                            "fleet-connection-service: send servicepartner.fleet-connection.accepted.v1",
                            "job-service: receive servicepartner.fleet-connection.accepted.v1",
                            "job-service: " + VISIBLE_JOB_SENT);
        });
    }

    @Test
    void what_a_technician_does_has_a_cause_and_a_trace() {
        connect();
        fleetControl.createJob(job, fleet, alice.partnerId());
        await().until(() -> tom.jobIdsOf(fleet).contains(job));

        assertThat(tom.acceptJob(job).status()).isEqualTo(200);

        Map<String, String> headers = platform.kafka()
                .await("servicepartner.jobs.v1", job, "servicepartner.job.accepted.v1")
                .headers();
        assertThat(headers.get("ce_causationid")).isNotBlank().isEqualTo(headers.get("ce_correlationid"));
        await().untilAsserted(() -> assertThat(services(way(traceIdOf(headers), "send servicepartner.job.accepted.v1")))
                .containsExactly("gateway", "job-service"));
    }

    private void connect() {
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
        assertThat(alice.accept(connection).status()).isEqualTo(200);
        fleetControl.hearsOfConnection("accepted", connection);
    }

    private Map<String, String> awaitInFeed() {
        return await().until(
                        () -> platform.feed()
                                .lastRecord(alice.partnerId(), job)
                                .map(ReceivedEvent::headers)
                                .orElse(Map.of()),
                        headers -> !headers.isEmpty());
    }

    private List<TraceCollector.Span> way(String traceId) {
        return way(traceId, VISIBLE_JOB_SENT);
    }

    private List<TraceCollector.Span> way(String traceId, String last) {
        return platform.traces().wayTo(traceId, "job-service", last);
    }

    private static List<String> services(List<TraceCollector.Span> way) {
        return way.stream().map(TraceCollector.Span::service).distinct().toList();
    }

    private static String traceIdOf(Map<String, String> headers) {
        return headers.get("traceparent").split("-")[1];
    }
}
