package org.servicepartner.connection.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import org.servicepartner.connection.domain.FleetConnectionEvent.WithdrawalRefused;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A connection that was never requested and so belongs to no pair: taking it back is refused, and nothing else happens to it. */
@Aggregate
class UnknownConnection {
    @AggregateIdentifier
    private @Nullable String connectionId;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WithdrawUnknownConnection command) {
        WithdrawalRefusal refusal = WithdrawalRefusal.CONNECTION_UNKNOWN;
        apply(new WithdrawalRefused(
                command.connectionId(), command.fleetId(), command.messageId(), refusal.name(), refusal.detail()));
    }

    @EventSourcingHandler
    void evolve(WithdrawalRefused event) {
        connectionId = event.connectionId();
    }
}
