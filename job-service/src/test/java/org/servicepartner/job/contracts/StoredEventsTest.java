package org.servicepartner.job.contracts;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.job.domain.VehicleChecks;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.testing.StoredEvents;

class StoredEventsTest {
    private static final String JOB = "0190a000-0000-7000-8000-000000000001";
    private static final String FLEET = "city-cars";
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    private static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    private static final String CONNECTION = "c0000000-0000-4000-8000-000000000003";
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456Z");
    private static final JobDetails COMPLETE = new JobDetails(
            "INSTALLATION",
            "WVWZZZ1JZXW000001",
            "HH-AB 123",
            "Car 12",
            "Golf",
            "00000000075BCD15",
            "2026-03-31",
            "golf-8",
            "Key at the desk");
    private static final JobDetails FILLED_IN =
            new JobDetails(null, "WVWZZZ1JZXW000001", null, null, null, null, null, null, null);
    private static final Instant DONE = Instant.parse("2026-03-01T09:10:00Z");
    private static final JobDetails EMPTY = new JobDetails(null, null, null, null, null, null, null, null, null);

    @Test
    void storedEventsStayReadable() {
        StoredEvents.verify(
                EventTypes.of(JobEvent.class, ConnectionEvent.class, TechnicianEvent.class),
                new JobEvent.Created(JOB, FLEET, null, COMPLETE, AT),
                new JobEvent.Created(JOB, FLEET, PARTNER, EMPTY, AT),
                new JobEvent.Changed(JOB, FLEET, COMPLETE, AT),
                new JobEvent.Assigned(JOB, FLEET, PARTNER, AT),
                new JobEvent.Deleted(JOB, FLEET, AT),
                new JobEvent.ChangeRefused(
                        JOB, "message-1", "ChangeJob", "JOB_UNKNOWN", "There is no job under this id.", AT),
                new JobEvent.Started(JOB, FLEET, PARTNER, TOM, CONNECTION, AT, null, null),
                new JobEvent.Started(JOB, FLEET, PARTNER, TOM, CONNECTION, AT, FILLED_IN, DONE),
                new JobEvent.Failed(JOB, FLEET, PARTNER, "CONNECTION_DELETED", null, AT, null, null),
                new JobEvent.Failed(
                        JOB,
                        FLEET,
                        PARTNER,
                        "CONNECTION_DELETED",
                        "The partner has ended the connection",
                        AT,
                        null,
                        null),
                new JobEvent.Failed(JOB, FLEET, PARTNER, "TECHNICIAN", "No vehicle", AT, TOM, DONE),
                new JobEvent.Accepted(JOB, FLEET, PARTNER, TOM, CONNECTION, DONE, AT),
                new JobEvent.Released(JOB, FLEET, PARTNER, TOM, "TECHNICIAN", DONE, AT),
                new JobEvent.Configured(
                        JOB,
                        FLEET,
                        PARTNER,
                        TOM,
                        FILLED_IN,
                        "00000000075BCD15",
                        "golf-8",
                        "SUCCEEDED",
                        "All values written",
                        DONE,
                        AT),
                new JobEvent.Tested(
                        JOB,
                        FLEET,
                        PARTNER,
                        TOM,
                        new VehicleChecks("PASSED", "PASSED", "FAILED", "PASSED", "PASSED"),
                        false,
                        DONE,
                        AT),
                new JobEvent.Succeeded(JOB, FLEET, PARTNER, TOM, COMPLETE, DONE, AT),
                new ConnectionEvent.Requested(CONNECTION, FLEET, PARTNER, "City cars", "Metro Mobility", AT),
                new ConnectionEvent.Accepted(CONNECTION, FLEET, PARTNER, true, AT),
                new ConnectionEvent.Ended(CONNECTION, FLEET, PARTNER, "DELETED", AT),
                new TechnicianEvent.Enabled(TOM, PARTNER, 1, AT),
                new TechnicianEvent.Disabled(TOM, PARTNER, 2, AT));
    }
}
