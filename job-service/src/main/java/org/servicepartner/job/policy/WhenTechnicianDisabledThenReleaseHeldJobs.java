package org.servicepartner.job.policy;

import java.time.Clock;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

import org.servicepartner.job.domain.TechnicianEvent;
import org.servicepartner.job.domain.WorkCommand;
import org.servicepartner.job.view.VisibleJobs;

/** A colleague may go on with what a technician held who is none any more; what is accepted after a return is not touched. */
@ProcessingGroup("when-technician-disabled-then-release-held-jobs")
public class WhenTechnicianDisabledThenReleaseHeldJobs {
    private final VisibleJobs jobs;
    private final CommandGateway commands;
    private final Clock clock;

    public WhenTechnicianDisabledThenReleaseHeldJobs(VisibleJobs jobs, CommandGateway commands, Clock clock) {
        this.jobs = jobs;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(TechnicianEvent.Disabled event, TrackingToken place) {
        for (String jobId : jobs.heldSinceBefore(place.position().orElse(Long.MAX_VALUE), event.userId())) {
            commands.sendAndWait(new WorkCommand.ReleaseForDisabledTechnician(jobId, event.userId(), clock.instant()));
        }
    }
}
