package org.servicepartner.connection.domain;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.EventName;
import org.servicepartner.platform.personaldata.PersonalData;

/** What has happened between a fleet and a partner. */
public sealed interface FleetConnectionEvent {
    String connectionId();

    /** @param partnerEmail the address that the provider asked; whose it is shows later */
    @EventName("fleet-connection.requested.v1")
    record Requested(
            String connectionId,
            String fleetId,
            String partnerId,
            String fleetName,
            String providerName,
            @Nullable String providerContactEmail,
            @PersonalData(of = "partnerEmail") String partnerEmail,
            boolean partnerKnown,
            boolean overrideAllowed,
            String language,
            Instant requestedAt,
            Instant expiresAt)
            implements FleetConnectionEvent {
        private static final String LANGUAGE_OF_OLD_REQUESTS = "en";

        /** What was stored before requests had a language has none. */
        public Requested {
            language = Objects.requireNonNullElse(language, LANGUAGE_OF_OLD_REQUESTS);
        }
    }

    @EventName("fleet-connection.accepted.v1")
    record Accepted(
            String connectionId,
            String fleetId,
            String partnerId,
            boolean overrideAllowed,
            String acceptedBy,
            Instant acceptedAt)
            implements FleetConnectionEvent {}

    @EventName("fleet-connection.declined.v1")
    record Declined(String connectionId, String fleetId, String partnerId, String declinedBy, Instant declinedAt)
            implements FleetConnectionEvent {}

    /** The names are absent in what was stored before deletions carried them. */
    @EventName("fleet-connection.deleted.v1")
    record Deleted(
            String connectionId,
            String fleetId,
            String partnerId,
            @Nullable String fleetName,
            @Nullable String providerName,
            @Nullable String providerContactEmail,
            String deletedBy,
            Instant deletedAt)
            implements FleetConnectionEvent {}

    @EventName("fleet-connection.expired.v1")
    record Expired(String connectionId, String fleetId, String partnerId, Instant expiredAt)
            implements FleetConnectionEvent {}

    @EventName("fleet-connection.withdrawn.v1")
    record Withdrawn(String connectionId, String fleetId, String partnerId, Instant withdrawnAt)
            implements FleetConnectionEvent {}

    @EventName("fleet-connection.request-refused.v1")
    record RequestRefused(String connectionId, String fleetId, String refusedMessageId, String reason, String detail)
            implements FleetConnectionEvent {}

    @EventName("fleet-connection.withdrawal-refused.v1")
    record WithdrawalRefused(String connectionId, String fleetId, String refusedMessageId, String reason, String detail)
            implements FleetConnectionEvent {}
}
