package org.servicepartner.job.domain;

import java.time.Instant;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * One piece of work on one vehicle. FleetControl owns it until it is assigned; what FleetControl asks for in vain is recorded as
 * a refusal, so that it can be told. A repeated request has no second effect. From then on it is technicians' {@link Work}.
 */
@Aggregate
public class Job {
    @AggregateIdentifier
    private String jobId;

    @AggregateMember
    private final Work work = new Work();

    private JobEvent.@Nullable Created created;
    private JobStatus status = JobStatus.PENDING;
    private @Nullable JobDetails details;
    private @Nullable String partnerId;

    protected Job() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(JobCommand.CreateJob command) {
        if (created == null) {
            apply(new JobEvent.Created(
                    command.jobId(), command.fleetId(), command.partnerId(), command.details(), command.at()));
        } else if (!sameContent(created, command)) {
            refuse(command, command.messageId(), Refusal.JOB_ID_TAKEN, command.at());
        } else if (status == JobStatus.DELETED) {
            refuse(command, command.messageId(), Refusal.JOB_DELETED, command.at());
        }
    }

    private static boolean sameContent(JobEvent.Created known, JobCommand.CreateJob command) {
        return known.fleetId().equals(command.fleetId())
                && Objects.equals(known.partnerId(), command.partnerId())
                && known.details().equals(command.details());
    }

    @EventSourcingHandler
    void evolve(JobEvent.Created event) {
        jobId = event.jobId();
        created = event;
        details = event.details();
        partnerId = event.partnerId();
        status = event.partnerId() == null ? JobStatus.PENDING : JobStatus.ASSIGNED;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(JobCommand.ChangeJob command) {
        Refusal refusal = whyNotEditable();
        if (refusal != null) {
            refuse(command, command.messageId(), refusal, command.at());
        } else if (!command.details().equals(details)) {
            apply(new JobEvent.Changed(command.jobId(), created.fleetId(), command.details(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(JobEvent.Changed event) {
        details = event.details();
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(JobCommand.AssignJob command) {
        Refusal refusal = whyNotEditable();
        boolean repeated =
                refusal == Refusal.JOB_ALREADY_ASSIGNED && command.partnerId().equals(partnerId);
        if (refusal == null) {
            apply(new JobEvent.Assigned(command.jobId(), created.fleetId(), command.partnerId(), command.at()));
        } else if (!repeated) {
            refuse(command, command.messageId(), refusal, command.at());
        }
    }

    @EventSourcingHandler
    void evolve(JobEvent.Assigned event) {
        partnerId = event.partnerId();
        status = JobStatus.ASSIGNED;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(JobCommand.DeleteJob command) {
        Refusal refusal = whyNotEditable();
        if (refusal == null) {
            apply(new JobEvent.Deleted(command.jobId(), created.fleetId(), command.at()));
        } else if (refusal != Refusal.JOB_DELETED) {
            refuse(command, command.messageId(), refusal, command.at());
        }
    }

    @EventSourcingHandler
    void evolve(JobEvent.Deleted event) {
        status = JobStatus.DELETED;
    }

    private @Nullable Refusal whyNotEditable() {
        if (created == null) {
            return Refusal.JOB_UNKNOWN;
        }
        return switch (status) {
            case PENDING -> null;
            case DELETED -> Refusal.JOB_DELETED;
            default -> Refusal.JOB_ALREADY_ASSIGNED;
        };
    }

    /** Stored with a refusal, so it does not follow the name of a class. */
    private static String nameOf(JobCommand command) {
        return switch (command) {
            case JobCommand.CreateJob create -> "CreateJob";
            case JobCommand.ChangeJob change -> "ChangeJob";
            case JobCommand.AssignJob assign -> "AssignJob";
            case JobCommand.DeleteJob delete -> "DeleteJob";
        };
    }

    private static void refuse(JobCommand command, String messageId, Refusal refusal, Instant at) {
        apply(new JobEvent.ChangeRefused(
                command.jobId(), messageId, nameOf(command), refusal.name(), refusal.sentence(), at));
    }

    @EventSourcingHandler
    void evolve(JobEvent.ChangeRefused event) {
        jobId = event.jobId();
    }
}
