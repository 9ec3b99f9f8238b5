package org.servicepartner.connection.domain;

import java.time.Instant;
import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the connection between a fleet and a partner. */
public sealed interface FleetConnectionCommand {
    String pairId();

    String connectionId();

    /**
     * The provider asks the partner to look after the fleet.
     *
     * @param pairId where the connection id is known already, the pair it is known for; otherwise that of fleet and partner
     * @param messageId of the provider's message, to answer it
     * @param partnerKnown whether the address belonged to a partner before
     * @param language in which the provider wants the partner to be written to
     */
    record RequestConnection(
            @TargetAggregateIdentifier String pairId,
            String messageId,
            String connectionId,
            String fleetId,
            String fleetName,
            String providerName,
            @Nullable String providerContactEmail,
            String partnerId,
            String partnerEmail,
            boolean partnerKnown,
            boolean overrideAllowed,
            String language,
            Instant requestedAt,
            Instant expiresAt)
            implements FleetConnectionCommand {}

    /** The provider takes the request back. */
    record WithdrawConnection(
            @TargetAggregateIdentifier String pairId,
            String messageId,
            String connectionId,
            String fleetId,
            Instant withdrawnAt)
            implements FleetConnectionCommand {}

    /** An admin of the partner accepts. */
    record AcceptConnection(
            @TargetAggregateIdentifier String pairId,
            String connectionId,
            List<String> missingOnboardingSteps,
            String acceptedBy,
            Instant acceptedAt)
            implements FleetConnectionCommand {}

    /** An admin of the partner declines. */
    record DeclineConnection(
            @TargetAggregateIdentifier String pairId, String connectionId, String declinedBy, Instant declinedAt)
            implements FleetConnectionCommand {}

    /** An admin of the partner ends an accepted connection. */
    record DeleteConnection(
            @TargetAggregateIdentifier String pairId, String connectionId, String deletedBy, Instant deletedAt)
            implements FleetConnectionCommand {}

    /** Nobody answered in time. */
    record ExpireConnection(@TargetAggregateIdentifier String pairId, String connectionId, Instant now)
            implements FleetConnectionCommand {}
}
