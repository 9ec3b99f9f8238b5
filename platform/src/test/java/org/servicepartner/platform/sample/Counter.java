package org.servicepartner.platform.sample;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

@Aggregate
public class Counter {
    public record Add(@TargetAggregateIdentifier String counterId, int amount) {}

    @AggregateIdentifier
    private String counterId;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Add command) {
        apply(new CounterEvent.Added(command.counterId(), command.amount()));
        if (command.amount() <= 0) {
            throw new IllegalStateException("Nothing to add");
        }
    }

    @EventSourcingHandler
    void evolve(CounterEvent.Added event) {
        counterId = event.counterId();
    }
}
