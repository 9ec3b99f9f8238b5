package org.servicepartner.job.view;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.platform.eventstore.RecordedEvent;

/**
 * A job as its events have left it.
 *
 * @param position index of the event that assigned it (of its creation while it is a draft): newer jobs have a higher one
 * @param changedIndex index of the last event
 */
record JobRow(
        String jobId,
        String fleetId,
        @Nullable String partnerId,
        JobStatus status,
        @Nullable String technicianId,
        @Nullable String startedUnder,
        JobDetails details,
        long version,
        @Nullable Instant assignedAt,
        Instant changedAt,
        long position,
        long changedIndex) {

    /** The row after the event; refusals change nothing. */
    static @Nullable JobRow after(@Nullable JobRow row, RecordedEvent recorded, JobEvent event) {
        return switch (event) {
            case JobEvent.Created created ->
                new JobRow(
                        created.jobId(),
                        created.fleetId(),
                        created.partnerId(),
                        created.partnerId() == null ? JobStatus.PENDING : JobStatus.ASSIGNED,
                        null,
                        null,
                        created.details(),
                        recorded.sequence(),
                        created.partnerId() == null ? null : created.at(),
                        created.at(),
                        recorded.index(),
                        recorded.index());
            case JobEvent.ChangeRefused refused -> row;
            case JobEvent.Changed changed -> row.with(recorded, changed.at(), row.status, changed.details());
            case JobEvent.Deleted deleted -> row.with(recorded, deleted.at(), JobStatus.DELETED, row.details);
            case JobEvent.Assigned assigned -> row.assigned(recorded, assigned);
            case JobEvent.Started started -> row.started(recorded, started);
            case JobEvent.Failed failed -> row.with(recorded, failed.at(), JobStatus.FAILED, row.details);
        };
    }

    private JobRow with(RecordedEvent event, Instant at, JobStatus newStatus, JobDetails newDetails) {
        return new JobRow(
                jobId,
                fleetId,
                partnerId,
                newStatus,
                technicianId,
                startedUnder,
                newDetails,
                event.sequence(),
                assignedAt,
                at,
                position,
                event.index());
    }

    private JobRow assigned(RecordedEvent event, JobEvent.Assigned assigned) {
        return new JobRow(
                jobId,
                fleetId,
                assigned.partnerId(),
                JobStatus.ASSIGNED,
                null,
                null,
                details,
                event.sequence(),
                assigned.at(),
                assigned.at(),
                event.index(),
                event.index());
    }

    private JobRow started(RecordedEvent event, JobEvent.Started started) {
        return new JobRow(
                jobId,
                fleetId,
                partnerId,
                JobStatus.RUNNING,
                started.technicianId(),
                started.connectionId(),
                details,
                event.sequence(),
                assignedAt,
                started.at(),
                position,
                event.index());
    }
}
