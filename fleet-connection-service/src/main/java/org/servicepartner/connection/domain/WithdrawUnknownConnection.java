package org.servicepartner.connection.domain;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The provider takes back what was never requested.
 *
 * @param messageId of the provider's message, to answer it
 */
public record WithdrawUnknownConnection(
        @TargetAggregateIdentifier String connectionId, String messageId, String fleetId) {}
