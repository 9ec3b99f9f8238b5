package org.servicepartner.job.work;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.VehicleChecks;
import org.servicepartner.job.domain.WorkCommand;

/**
 * A technician's command as the phone sent it, its values checked one by one; what the step does not need is null.
 *
 * @param doneAt when it was done, by the clock of the phone; null if it is done now
 */
public record WorkOrder(
        String jobId,
        Step step,
        @Nullable Instant doneAt,
        JobDetails filledIn,
        @Nullable String outcome,
        @Nullable String message,
        @Nullable VehicleChecks checks,
        @Nullable String comment) {

    WorkCommand.OfTechnician command(WorkCommand.By by) {
        return switch (step) {
            case ACCEPT -> new WorkCommand.AcceptJob(jobId, by);
            case RELEASE -> new WorkCommand.ReleaseJob(jobId, by);
            case START -> new WorkCommand.StartJob(jobId, by, filledIn);
            case CONFIGURE -> new WorkCommand.ConfigureUnit(jobId, by, filledIn, outcome, message);
            case TEST -> new WorkCommand.TestVehicle(jobId, by, checks);
            case COMPLETE -> new WorkCommand.CompleteJob(jobId, by);
            case FAIL -> new WorkCommand.FailJob(jobId, by, comment);
        };
    }
}
