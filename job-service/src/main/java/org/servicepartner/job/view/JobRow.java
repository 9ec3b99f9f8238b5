package org.servicepartner.job.view;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.JobField;
import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.platform.eventstore.RecordedEvent;

/**
 * A job as its events have left it.
 *
 * @param technicianId who holds it, or held it when it ended
 * @param heldUnder the connection under which he does
 * @param details with what technicians have filled in
 * @param work null as long as no technician has touched it
 * @param position index of the event that assigned it (of its creation while it is a draft): newer jobs have a higher one
 * @param changedIndex index of the last event
 */
record JobRow(
        String jobId,
        String fleetId,
        @Nullable String partnerId,
        JobStatus status,
        @Nullable String technicianId,
        @Nullable String heldUnder,
        JobDetails details,
        @Nullable JobWork work,
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
                        null,
                        recorded.sequence(),
                        created.partnerId() == null ? null : created.at(),
                        created.at(),
                        recorded.index(),
                        recorded.index());
            case JobEvent.ChangeRefused refused -> row;
            case JobEvent.Changed changed -> row.with(recorded, changed.at(), row.status, changed.details());
            case JobEvent.Deleted deleted -> row.with(recorded, deleted.at(), JobStatus.DELETED, row.details);
            case JobEvent.Assigned assigned -> row.assigned(recorded, assigned);
            case JobEvent.Accepted accepted ->
                row.worked(
                        recorded,
                        event,
                        JobStatus.ASSIGNED,
                        accepted.technicianId(),
                        accepted.connectionId(),
                        JobDetails.NOTHING);
            case JobEvent.Released released ->
                row.worked(recorded, event, JobStatus.ASSIGNED, null, null, JobDetails.NOTHING);
            case JobEvent.Started started ->
                row.worked(
                        recorded,
                        event,
                        JobStatus.RUNNING,
                        started.technicianId(),
                        started.connectionId(),
                        started.filledIn() == null ? JobDetails.NOTHING : started.filledIn());
            case JobEvent.Configured configured -> row.held(recorded, event, JobStatus.RUNNING, configured.filledIn());
            case JobEvent.Tested tested -> row.held(recorded, event, JobStatus.RUNNING, JobDetails.NOTHING);
            case JobEvent.Succeeded succeeded -> row.held(recorded, event, JobStatus.SUCCEEDED, JobDetails.NOTHING);
            case JobEvent.Failed failed -> row.held(recorded, event, JobStatus.FAILED, JobDetails.NOTHING);
        };
    }

    /** The names of the fields that the provider has filled in. */
    List<String> providerFields() {
        return details.filled().stream()
                .filter(field -> work == null || !work.filledIn().contains(field))
                .map(JobField::fieldName)
                .toList();
    }

    @Nullable
    JobProgress progress() {
        return work == null || work.progress().isNone() ? null : work.progress();
    }

    private JobRow with(RecordedEvent event, Instant at, JobStatus newStatus, JobDetails newDetails) {
        return new JobRow(
                jobId,
                fleetId,
                partnerId,
                newStatus,
                technicianId,
                heldUnder,
                newDetails,
                work,
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
                null,
                event.sequence(),
                assigned.at(),
                assigned.at(),
                event.index(),
                event.index());
    }

    private JobRow held(RecordedEvent recorded, JobEvent event, JobStatus newStatus, JobDetails filledIn) {
        return worked(recorded, event, newStatus, technicianId, heldUnder, filledIn);
    }

    private JobRow worked(
            RecordedEvent recorded,
            JobEvent event,
            JobStatus newStatus,
            @Nullable String newTechnicianId,
            @Nullable String newHeldUnder,
            JobDetails filledIn) {
        return new JobRow(
                jobId,
                fleetId,
                partnerId,
                newStatus,
                newTechnicianId,
                newHeldUnder,
                details.with(filledIn),
                (work == null ? JobWork.NONE : work).after(event, recorded, details),
                recorded.sequence(),
                assignedAt,
                event.at(),
                position,
                recorded.index());
    }
}
