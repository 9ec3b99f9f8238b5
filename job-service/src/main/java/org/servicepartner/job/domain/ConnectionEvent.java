package org.servicepartner.job.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.EventName;

/** What matters here of the life of a fleet connection. */
public sealed interface ConnectionEvent {
    String connectionId();

    String fleetId();

    String partnerId();

    @EventName("connection.requested.v1")
    record Requested(
            String connectionId,
            String fleetId,
            String partnerId,
            @Nullable String fleetName,
            @Nullable String providerName,
            Instant at)
            implements ConnectionEvent {}

    @EventName("connection.accepted.v1")
    record Accepted(String connectionId, String fleetId, String partnerId, boolean overrideAllowed, Instant at)
            implements ConnectionEvent {}

    @EventName("connection.ended.v1")
    record Ended(String connectionId, String fleetId, String partnerId, String reason, Instant at)
            implements ConnectionEvent {}
}
