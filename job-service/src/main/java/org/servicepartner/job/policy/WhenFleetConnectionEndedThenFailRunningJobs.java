package org.servicepartner.job.policy;

import java.time.Clock;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.WorkCommand;
import org.servicepartner.job.view.VisibleJobs;

/** A job runs only as long as the connection under which it was started. No start comes after the end in the log, so none is missed. */
@ProcessingGroup("when-fleet-connection-ended-then-fail-running-jobs")
public class WhenFleetConnectionEndedThenFailRunningJobs {
    private final VisibleJobs jobs;
    private final CommandGateway commands;
    private final Clock clock;

    public WhenFleetConnectionEndedThenFailRunningJobs(VisibleJobs jobs, CommandGateway commands, Clock clock) {
        this.jobs = jobs;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(ConnectionEvent.Ended event) {
        for (String jobId : jobs.runningUnder(event.connectionId())) {
            commands.sendAndWait(new WorkCommand.FailForEndedConnection(jobId, event.connectionId(), clock.instant()));
        }
    }
}
