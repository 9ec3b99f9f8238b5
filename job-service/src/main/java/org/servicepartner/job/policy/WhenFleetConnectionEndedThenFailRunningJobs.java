package org.servicepartner.job.policy;

import java.time.Clock;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import org.servicepartner.job.domain.ConnectionEvent;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.WorkCommand;
import org.servicepartner.job.view.VisibleJobs;

/**
 * A job runs only as long as the connection under which it was started. A start that was decided while the connection ended is
 * caught by the second handler: events are handled in commit order, so one of the two sees both facts.
 */
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
        jobs.runningUnder(event.connectionId()).forEach(jobId -> fail(jobId, event.connectionId()));
    }

    @EventHandler
    void on(JobEvent.Started event) {
        if (!jobs.isAccepted(event.connectionId())) {
            fail(event.jobId(), event.connectionId());
        }
    }

    private void fail(String jobId, String connectionId) {
        commands.sendAndWait(new WorkCommand.FailForEndedConnection(jobId, connectionId, clock.instant()));
    }
}
