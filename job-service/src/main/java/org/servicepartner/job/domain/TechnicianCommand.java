package org.servicepartner.job.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What this service has heard of a user. {@code version} is the user's version at the identity service. */
public sealed interface TechnicianCommand {
    /** The user may see the jobs of the partner: active, and a technician. */
    record NoteMaySeeJobs(@TargetAggregateIdentifier String userId, String partnerId, long version, Instant at)
            implements TechnicianCommand {}

    /** The user may not: removed, or no technician. */
    record NoteMayNotSeeJobs(@TargetAggregateIdentifier String userId, String partnerId, long version, Instant at)
            implements TechnicianCommand {}
}
