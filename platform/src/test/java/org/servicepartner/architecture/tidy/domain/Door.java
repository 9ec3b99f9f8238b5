package org.servicepartner.architecture.tidy.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

@Aggregate
class Door {
    @AggregateIdentifier
    private String doorId;

    @CommandHandler
    void decide(DoorCommand.Open command) {
        if (command.doorId().isBlank()) {
            throw new DoorRefused("A door has an id");
        }
        apply(new DoorEvent.Opened(command.doorId()));
    }

    @EventSourcingHandler
    void evolve(DoorEvent.Opened event) {
        doorId = event.doorId();
    }
}
