package org.servicepartner.job.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What this service has heard of a fleet connection. */
public sealed interface ConnectionCommand {
    record NoteRequest(
            @TargetAggregateIdentifier String connectionId,
            String fleetId,
            String partnerId,
            @Nullable String fleetName,
            @Nullable String providerName,
            Instant at)
            implements ConnectionCommand {}

    record NoteAcceptance(
            @TargetAggregateIdentifier String connectionId,
            String fleetId,
            String partnerId,
            boolean overrideAllowed,
            Instant at)
            implements ConnectionCommand {}

    /** Deleted, declined, expired or withdrawn: it never comes back. */
    record NoteEnd(
            @TargetAggregateIdentifier String connectionId, String fleetId, String partnerId, String reason, Instant at)
            implements ConnectionCommand {}
}
