package org.servicepartner.job.web;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.servicepartner.job.RunningJobService;
import org.servicepartner.platform.security.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class JobStreamsTest extends RunningJobService {
    @Autowired
    JobStreams streams;

    @Autowired
    MeterRegistry meters;

    private final Caller technician =
            new Caller(UUID.randomUUID().toString(), UUID.randomUUID().toString(), Set.of("technician"));

    @BeforeEach
    void technician() {
        jdbc.sql("insert into technician_view (user_id, partner_id, active, changed_index) values (?, ?, true, 0)")
                .params(technician.userId(), technician.tenantId())
                .update();
    }

    @Test
    void aStreamEndsWithTheTokenThatOpenedIt() {
        double before = open();
        streams.open(technician, Instant.now().plusSeconds(60), null);
        streams.open(technician, Instant.now().plusSeconds(2), null);
        assertThat(open()).isEqualTo(before + 2);

        await().untilAsserted(() -> assertThat(open()).isEqualTo(before + 1));
    }

    private double open() {
        return meters.get("servicepartner.job.streams").gauge().value();
    }
}
