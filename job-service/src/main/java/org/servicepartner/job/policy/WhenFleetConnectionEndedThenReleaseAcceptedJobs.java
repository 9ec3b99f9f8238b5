package org.servicepartner.job.policy;

import java.time.Clock;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.WorkCommand;
import org.servicepartner.job.view.VisibleJobs;

/** Whoever sees the job under a later connection finds it free. Running jobs fail instead. */
@ProcessingGroup("when-fleet-connection-ended-then-release-accepted-jobs")
public class WhenFleetConnectionEndedThenReleaseAcceptedJobs {
    private final VisibleJobs jobs;
    private final CommandGateway commands;
    private final Clock clock;

    public WhenFleetConnectionEndedThenReleaseAcceptedJobs(VisibleJobs jobs, CommandGateway commands, Clock clock) {
        this.jobs = jobs;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(ConnectionEvent.Ended event) {
        for (String jobId : jobs.acceptedUnder(event.connectionId())) {
            commands.sendAndWait(
                    new WorkCommand.ReleaseForEndedConnection(jobId, event.connectionId(), clock.instant()));
        }
    }
}
