package org.servicepartner.acceptance;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One trace follows a job from FleetControl's message to SmartControl's feed. */
@ExtendWith(PlatformExtension.class)
class TraceIT {
    private final Platform platform;

    TraceIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void the_trace_of_FleetControls_message_goes_on_in_the_feed() {
        FleetControl fleetControl = platform.fleetControl();
        Person alice = platform.alice();
        String fleet = FleetControl.newFleet();
        String connection = FleetControl.newId();
        String job = FleetControl.newId();
        String traceId = FleetControl.newId().replace("-", "");
        String parentId = traceId.substring(16);
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
        alice.accept(connection);
        fleetControl.hearsOfConnection("accepted", connection);

        Map<String, String> headers = FleetControl.headers(FleetControl.newId(), FleetControl.JOB_CREATED);
        headers.put("traceparent", "00-%s-%s-01".formatted(traceId, parentId));
        fleetControl.publish(FleetControl.JOBS, job, headers, FleetControl.job(job, fleet, alice.partnerId()));

        await().untilAsserted(() -> assertThat(platform.feed().lastRecord(alice.partnerId(), job))
                .hasValueSatisfying(record -> assertThat(record.headers().get("traceparent"))
                        .startsWith("00-" + traceId + "-")
                        .endsWith("-01")));
    }
}
