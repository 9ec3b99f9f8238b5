package org.servicepartner.job.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * This service's own record of a fleet connection. The news may come twice and in any order: an end is final, so an acceptance
 * that arrives after it changes nothing.
 */
@Aggregate
public class Connection {
    @AggregateIdentifier
    private String connectionId;

    private boolean requested;
    private boolean accepted;
    private boolean ended;

    protected Connection() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ConnectionCommand.NoteRequest command) {
        if (!requested) {
            apply(new ConnectionEvent.Requested(
                    command.connectionId(),
                    command.fleetId(),
                    command.partnerId(),
                    command.fleetName(),
                    command.providerName(),
                    command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(ConnectionEvent.Requested event) {
        connectionId = event.connectionId();
        requested = true;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ConnectionCommand.NoteAcceptance command) {
        if (!accepted && !ended) {
            apply(new ConnectionEvent.Accepted(
                    command.connectionId(),
                    command.fleetId(),
                    command.partnerId(),
                    command.overrideAllowed(),
                    command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(ConnectionEvent.Accepted event) {
        connectionId = event.connectionId();
        accepted = true;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ConnectionCommand.NoteEnd command) {
        if (!ended) {
            apply(new ConnectionEvent.Ended(
                    command.connectionId(), command.fleetId(), command.partnerId(), command.reason(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(ConnectionEvent.Ended event) {
        connectionId = event.connectionId();
        ended = true;
    }
}
