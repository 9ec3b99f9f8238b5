package org.servicepartner.job.view;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.JobField;
import org.servicepartner.platform.eventstore.RecordedEvent;

/**
 * What technicians have made of a job.
 *
 * @param filledIn fields that the provider had left empty
 * @param heldSince index of the event with which a technician began to hold it
 * @param runningSince when this service recorded the start
 */
record JobWork(
        JobProgress progress,
        Set<JobField> filledIn,
        @Nullable Long heldSince,
        @Nullable Instant runningSince) {
    static final JobWork NONE = new JobWork(JobProgress.NONE, Set.of(), null, null);

    /** @param known what is filled in before the event */
    JobWork after(JobEvent event, RecordedEvent recorded, JobDetails known) {
        JobProgress then = progress.after(event, known);
        return switch (event) {
            case JobEvent.Accepted accepted -> new JobWork(then, filledIn, recorded.index(), null);
            case JobEvent.Released released -> new JobWork(then, filledIn, null, null);
            case JobEvent.Started started ->
                new JobWork(
                        then,
                        filledIn(known, started.filledIn()),
                        heldSince == null ? recorded.index() : heldSince,
                        recorded.recordedAt());
            case JobEvent.Configured configured ->
                new JobWork(then, filledIn(known, configured.filledIn()), heldSince, runningSince);
            default -> new JobWork(then, filledIn, heldSince, runningSince);
        };
    }

    private Set<JobField> filledIn(JobDetails known, @Nullable JobDetails more) {
        if (more == null) {
            return filledIn;
        }
        EnumSet<JobField> all = EnumSet.noneOf(JobField.class);
        all.addAll(more.filled());
        all.removeAll(known.filled());
        all.addAll(filledIn);
        return all;
    }
}
