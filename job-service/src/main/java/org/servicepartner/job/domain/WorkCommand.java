package org.servicepartner.job.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the work on a job: by a technician, or by a rule. */
public sealed interface WorkCommand {
    /** Of what technicians write in their own words. */
    int LONGEST_TEXT = 2_000;

    String jobId();

    /** What a technician asks; the answer is null, or a {@link WorkRefused}. */
    sealed interface OfTechnician extends WorkCommand {
        By by();
    }

    /**
     * Who asks, and in which circumstances.
     *
     * @param connectionId under which the partner works for the fleet
     * @param overrideAllowed whether that connection lets technicians change what the provider has filled in
     * @param seenVersion of the job, on which the technician has decided
     * @param doneAt by the clock of the phone
     * @param at by ours
     */
    record By(
            String partnerId,
            String technicianId,
            String connectionId,
            boolean overrideAllowed,
            long seenVersion,
            Instant doneAt,
            Instant at) {}

    record AcceptJob(@TargetAggregateIdentifier String jobId, By by) implements OfTechnician {}

    record ReleaseJob(@TargetAggregateIdentifier String jobId, By by) implements OfTechnician {}

    record StartJob(@TargetAggregateIdentifier String jobId, By by, JobDetails filledIn) implements OfTechnician {}

    /** @param outcome {@code SUCCEEDED} or {@code FAILED} */
    record ConfigureUnit(
            @TargetAggregateIdentifier String jobId,
            By by,
            JobDetails filledIn,
            String outcome,
            @Nullable String message)
            implements OfTechnician {}

    record TestVehicle(@TargetAggregateIdentifier String jobId, By by, VehicleChecks checks) implements OfTechnician {}

    record CompleteJob(@TargetAggregateIdentifier String jobId, By by) implements OfTechnician {}

    /** @param comment why; who gives up owes the provider a reason */
    record FailJob(@TargetAggregateIdentifier String jobId, By by, String comment) implements OfTechnician {
        public FailJob {
            if (!JobField.isText(comment, LONGEST_TEXT)) {
                throw new IllegalArgumentException("The comment must be " + JobField.textOf(LONGEST_TEXT));
            }
        }
    }

    /** The connection under which the job was started has ended. */
    record FailForEndedConnection(@TargetAggregateIdentifier String jobId, String connectionId, Instant at)
            implements WorkCommand {}

    /** The connection under which the job was accepted has ended. */
    record ReleaseForEndedConnection(
            @TargetAggregateIdentifier String jobId, String connectionId, Instant at) implements WorkCommand {}

    /** The technician who holds the job is none any more. */
    record ReleaseForDisabledTechnician(
            @TargetAggregateIdentifier String jobId, String technicianId, Instant at) implements WorkCommand {}
}
