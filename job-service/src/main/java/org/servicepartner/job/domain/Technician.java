package org.servicepartner.job.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** This service's own record of whether a user may see jobs. News older than what is known changes nothing. */
@Aggregate
public class Technician {
    @AggregateIdentifier
    private String userId;

    private long version = -1;

    protected Technician() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(TechnicianCommand.NoteMaySeeJobs command) {
        if (command.version() > version) {
            apply(new TechnicianEvent.Enabled(command.userId(), command.partnerId(), command.version(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(TechnicianEvent.Enabled event) {
        userId = event.userId();
        version = event.version();
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(TechnicianCommand.NoteMayNotSeeJobs command) {
        if (command.version() > version) {
            apply(new TechnicianEvent.Disabled(command.userId(), command.partnerId(), command.version(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(TechnicianEvent.Disabled event) {
        userId = event.userId();
        version = event.version();
    }
}
