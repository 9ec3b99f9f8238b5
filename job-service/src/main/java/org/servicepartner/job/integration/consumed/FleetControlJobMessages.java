package org.servicepartner.job.integration.consumed;

import java.time.Clock;

import tools.jackson.databind.ObjectReader;

import org.servicepartner.job.domain.JobCommand;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** FleetControl's wishes about jobs. FleetControl is somebody else's program: everything is checked. */
public class FleetControlJobMessages implements InboundHandler {
    private static final ObjectReader READER = Json.readerFor(FleetControlJob.class);

    private final Clock clock;

    public FleetControlJobMessages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        JobCommand command =
                switch (message.type()) {
                    case "fleetcontrol.job.created.v1" -> create(message);
                    case "fleetcontrol.job.changed.v1" -> change(message);
                    case "fleetcontrol.job.assigned.v1" -> assign(message);
                    case "fleetcontrol.job.deleted.v1" -> delete(message);
                    default ->
                        throw new MessageRejectedException(
                                "UNKNOWN_TYPE", "There is no message type " + message.type() + " on this topic");
                };
        return new Reaction.Command(command.jobId(), command);
    }

    private JobCommand create(InboundMessage message) {
        FleetControlJob job = Json.read(READER, message);
        return new JobCommand.CreateJob(
                job.requiredJobId(),
                job.requiredFleetId(),
                job.optionalPartnerId(),
                job.details(),
                message.id(),
                clock.instant());
    }

    private JobCommand change(InboundMessage message) {
        FleetControlJob job = Json.read(READER, message);
        return new JobCommand.ChangeJob(job.requiredJobId(), job.details(), message.id(), clock.instant());
    }

    private JobCommand assign(InboundMessage message) {
        FleetControlJob job = Json.read(READER, message);
        return new JobCommand.AssignJob(job.requiredJobId(), job.requiredPartnerId(), message.id(), clock.instant());
    }

    private JobCommand delete(InboundMessage message) {
        FleetControlJob job = Json.read(READER, message);
        return new JobCommand.DeleteJob(job.requiredJobId(), message.id(), clock.instant());
    }
}
