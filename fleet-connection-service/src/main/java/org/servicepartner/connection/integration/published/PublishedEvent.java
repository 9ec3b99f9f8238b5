package org.servicepartner.connection.integration.published;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What this service tells others, as its contract words it. */
sealed interface PublishedEvent {
    /** The CloudEvent type. */
    String type();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConnectionRequested(
            String connectionId,
            String fleetId,
            String partnerId,
            String fleetName,
            String providerName,
            @Nullable String partnerEmail,
            boolean overrideAllowed,
            String language,
            @Nullable String providerContactEmail,
            Instant requestedAt,
            Instant expiresAt,
            boolean partnerKnown)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.requested.v1";
        }
    }

    record ConnectionAccepted(
            String connectionId,
            String fleetId,
            String partnerId,
            boolean overrideAllowed,
            Instant acceptedAt,
            String acceptedBy)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.accepted.v1";
        }
    }

    record ConnectionDeclined(
            String connectionId, String fleetId, String partnerId, Instant declinedAt, String declinedBy)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.declined.v1";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConnectionDeleted(
            String connectionId,
            String fleetId,
            String partnerId,
            @Nullable String fleetName,
            @Nullable String providerName,
            @Nullable String providerContactEmail,
            Instant deletedAt,
            String deletedBy)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.deleted.v1";
        }
    }

    record ConnectionExpired(String connectionId, String fleetId, String partnerId, Instant expiredAt)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.expired.v1";
        }
    }

    record ConnectionWithdrawn(String connectionId, String fleetId, String partnerId, Instant withdrawnAt)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.withdrawn.v1";
        }
    }

    record RequestRefused(String connectionId, String fleetId, String refusedMessageId, String reason, String detail)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.request-refused.v1";
        }
    }

    record WithdrawalRefused(String connectionId, String fleetId, String refusedMessageId, String reason, String detail)
            implements PublishedEvent {
        @Override
        public String type() {
            return "servicepartner.fleet-connection.withdrawal-refused.v1";
        }
    }
}
