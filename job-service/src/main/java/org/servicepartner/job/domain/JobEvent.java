package org.servicepartner.job.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.EventName;

/** What has happened to a job. */
public sealed interface JobEvent {
    String jobId();

    Instant at();

    @EventName("job.created.v1")
    record Created(String jobId, String fleetId, @Nullable String partnerId, JobDetails details, Instant at)
            implements JobEvent {}

    @EventName("job.changed.v1")
    record Changed(String jobId, String fleetId, JobDetails details, Instant at) implements JobEvent {}

    @EventName("job.assigned.v1")
    record Assigned(String jobId, String fleetId, String partnerId, Instant at) implements JobEvent {}

    @EventName("job.deleted.v1")
    record Deleted(String jobId, String fleetId, Instant at) implements JobEvent {}

    /** FleetControl asked for something that cannot be; it is told so. */
    @EventName("job.change-refused.v1")
    record ChangeRefused(
            String jobId, String refusedMessageId, String refusedCommand, String reason, String detail, Instant at)
            implements JobEvent {}

    @EventName("job.started.v1")
    record Started(String jobId, String fleetId, String partnerId, String technicianId, String connectionId, Instant at)
            implements JobEvent {}

    @EventName("job.failed.v1")
    record Failed(
            String jobId,
            String fleetId,
            String partnerId,
            String reason,
            @Nullable String comment,
            Instant at) implements JobEvent {}
}
