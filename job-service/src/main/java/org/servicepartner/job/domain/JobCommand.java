package org.servicepartner.job.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What FleetControl can ask of a job. {@code messageId} is the id of its message, named in a refusal. */
public sealed interface JobCommand {
    String jobId();

    /** With a partner the job is assigned at once. */
    record CreateJob(
            @TargetAggregateIdentifier String jobId,
            String fleetId,
            @Nullable String partnerId,
            JobDetails details,
            String messageId,
            Instant at)
            implements JobCommand {}

    record ChangeJob(@TargetAggregateIdentifier String jobId, JobDetails details, String messageId, Instant at)
            implements JobCommand {}

    record AssignJob(@TargetAggregateIdentifier String jobId, String partnerId, String messageId, Instant at)
            implements JobCommand {}

    record DeleteJob(@TargetAggregateIdentifier String jobId, String messageId, Instant at) implements JobCommand {}
}
