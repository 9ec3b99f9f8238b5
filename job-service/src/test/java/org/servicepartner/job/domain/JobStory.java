package org.servicepartner.job.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The people, things and events of which the tests of the job tell. */
final class JobStory {
    static final String JOB = "0190a000-0000-7000-8000-000000000001";
    static final String FLEET = "city-cars";
    static final String ALPINE_FITTERS = "a0000000-0000-4000-8000-000000000001";
    static final String BALTIC_SERVICE = "b0000000-0000-4000-8000-000000000002";
    static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    static final String TINA = "a0000000-0000-4000-8000-0000000000a4";
    static final String UNIT = "00000000075BCD15";
    static final long LATEST = 1_000;
    static final String CONNECTION = "c0000000-0000-4000-8000-000000000003";
    static final String LATER_CONNECTION = "c0000000-0000-4000-8000-000000000004";
    static final String MESSAGE = "message-1";
    static final Instant BEFORE = Instant.parse("2026-03-01T08:00:00Z");
    static final Instant DONE = Instant.parse("2026-03-01T09:10:00Z");
    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    static final JobDetails DETAILS = new JobDetails(
            "INSTALLATION",
            "WVWZZZ1JZXW000001",
            "HH-AB 123",
            "Car 12",
            "Golf",
            "00000000075BCD15",
            "2026-03-31",
            "golf-8",
            "Key at the desk");
    static final JobDetails OTHER_DETAILS =
            new JobDetails("MAINTENANCE", null, "HH-AB 123", null, null, null, null, null, null);
    static final VehicleChecks ALL_PASSED = new VehicleChecks("PASSED", "PASSED", "PASSED", "PASSED", "PASSED");
    static final VehicleChecks NO_GPS = new VehicleChecks("PASSED", "FAILED", "PASSED", "PASSED", "PASSED");
    static final JobDetails VIN_ONLY =
            new JobDetails(null, "WVWZZZ1JZXW000001", null, null, null, null, null, null, null);
    static final JobDetails NO_DETAILS = new JobDetails(null, null, null, null, null, null, null, null, null);

    private JobStory() {}

    static JobEvent.Created draft() {
        return new JobEvent.Created(JOB, FLEET, null, DETAILS, BEFORE);
    }

    static JobEvent.Created createdFor(String partnerId) {
        return new JobEvent.Created(JOB, FLEET, partnerId, DETAILS, BEFORE);
    }

    static JobEvent.Changed changed(JobDetails details) {
        return new JobEvent.Changed(JOB, FLEET, details, BEFORE);
    }

    static JobEvent.Assigned assignedTo(String partnerId) {
        return new JobEvent.Assigned(JOB, FLEET, partnerId, BEFORE);
    }

    static JobEvent.Deleted deleted() {
        return new JobEvent.Deleted(JOB, FLEET, BEFORE);
    }

    static JobEvent.Accepted acceptedBy(String technicianId) {
        return acceptedUnder(CONNECTION, technicianId);
    }

    static JobEvent.Accepted acceptedUnder(String connectionId, String technicianId) {
        return new JobEvent.Accepted(JOB, FLEET, ALPINE_FITTERS, technicianId, connectionId, BEFORE, BEFORE);
    }

    static JobEvent.Released releasedBy(String technicianId) {
        return new JobEvent.Released(JOB, FLEET, ALPINE_FITTERS, technicianId, "TECHNICIAN", BEFORE, BEFORE);
    }

    /** As it was stored before technicians could accept jobs. */
    static JobEvent.Started startedUnder(String connectionId) {
        return new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, connectionId, BEFORE, null, null);
    }

    static JobEvent.Started startedWith(JobDetails filledIn) {
        return new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, BEFORE, filledIn, BEFORE);
    }

    static JobEvent.Configured configured(String outcome) {
        return new JobEvent.Configured(
                JOB, FLEET, ALPINE_FITTERS, TOM, JobDetails.NOTHING, UNIT, "golf-8", outcome, null, BEFORE, BEFORE);
    }

    static JobEvent.Tested tested(VehicleChecks checks) {
        return new JobEvent.Tested(JOB, FLEET, ALPINE_FITTERS, TOM, checks, checks.equals(ALL_PASSED), BEFORE, BEFORE);
    }

    static JobEvent.Succeeded succeeded() {
        return new JobEvent.Succeeded(JOB, FLEET, ALPINE_FITTERS, TOM, DETAILS, BEFORE, BEFORE);
    }

    static JobEvent.Failed failed() {
        return new JobEvent.Failed(JOB, FLEET, ALPINE_FITTERS, "CONNECTION_DELETED", null, BEFORE, null, null);
    }

    /** What was asked for in vain before. */
    static JobEvent.ChangeRefused refusedBefore(Refusal reason) {
        return new JobEvent.ChangeRefused(JOB, "message-0", "ChangeJob", reason.name(), reason.sentence(), BEFORE);
    }

    /** What is refused now. */
    static JobEvent.ChangeRefused refused(String command, Refusal reason) {
        return new JobEvent.ChangeRefused(JOB, MESSAGE, command, reason.name(), reason.sentence(), NOW);
    }

    static JobCommand.CreateJob create(@Nullable String partnerId, JobDetails details) {
        return new JobCommand.CreateJob(JOB, FLEET, partnerId, details, MESSAGE, NOW);
    }

    static JobCommand.ChangeJob change(JobDetails details) {
        return new JobCommand.ChangeJob(JOB, details, MESSAGE, NOW);
    }

    static JobCommand.AssignJob assign(String partnerId) {
        return new JobCommand.AssignJob(JOB, partnerId, MESSAGE, NOW);
    }

    static JobCommand.DeleteJob delete() {
        return new JobCommand.DeleteJob(JOB, MESSAGE, NOW);
    }

    /** Tom, who has seen everything. */
    static WorkCommand.By tom() {
        return by(TOM, LATEST);
    }

    /** Tina, who has seen everything. */
    static WorkCommand.By tina() {
        return by(TINA, LATEST);
    }

    static WorkCommand.By by(String technicianId, long seenVersion) {
        return new WorkCommand.By(ALPINE_FITTERS, technicianId, CONNECTION, false, seenVersion, DONE, NOW);
    }

    static WorkCommand.By ofPartner(String partnerId) {
        return new WorkCommand.By(partnerId, TOM, CONNECTION, false, LATEST, DONE, NOW);
    }

    static WorkCommand.By under(String connectionId, boolean overrideAllowed) {
        return new WorkCommand.By(ALPINE_FITTERS, TOM, connectionId, overrideAllowed, LATEST, DONE, NOW);
    }

    static WorkCommand.FailForEndedConnection endOf(String connectionId) {
        return new WorkCommand.FailForEndedConnection(JOB, connectionId, NOW);
    }

    static WorkRefused because(Refusal reason) {
        return WorkRefused.because(reason);
    }
}
