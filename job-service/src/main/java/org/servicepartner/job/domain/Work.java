package org.servicepartner.job.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * The work of technicians on a job: one of them holds it. What cannot be at all is refused with its reason, whatever the
 * technician has seen; what could be, but was decided on something that others have changed since, is a conflict.
 */
final class Work {
    @AggregateMember
    private final Changes changes = new Changes();

    private String fleetId = "";
    private @Nullable String partnerId;
    private JobStatus status = JobStatus.PENDING;
    private JobDetails provided = JobDetails.NOTHING;
    private JobDetails details = JobDetails.NOTHING;
    private @Nullable String technicianId;
    private @Nullable String heldUnder;
    private boolean configured;
    private boolean tested;

    @EventSourcingHandler
    void evolve(JobEvent.Created event) {
        fleetId = event.fleetId();
        provided = event.details();
        details = event.details();
        partnerId = event.partnerId();
        status = event.partnerId() == null ? JobStatus.PENDING : JobStatus.ASSIGNED;
    }

    @EventSourcingHandler
    void evolve(JobEvent.Changed event) {
        provided = event.details();
        details = event.details();
    }

    @EventSourcingHandler
    void evolve(JobEvent.Assigned event) {
        partnerId = event.partnerId();
        status = JobStatus.ASSIGNED;
    }

    @CommandHandler
    @Nullable
    WorkRefused decide(WorkCommand.AcceptJob command) {
        WorkCommand.By by = command.by();
        boolean mine = by.technicianId().equals(technicianId);
        Refusal refusal = firstOf(
                whyNotOpen(by), technicianId == null || mine ? null : Refusal.JOB_TAKEN, mine ? null : whyOutdated(by));
        if (refusal == null && !mine) {
            apply(new JobEvent.Accepted(
                    command.jobId(), fleetId, partnerId, by.technicianId(), by.connectionId(), by.doneAt(), by.at()));
        }
        return refused(refusal);
    }

    @EventSourcingHandler
    void evolve(JobEvent.Accepted event) {
        technicianId = event.technicianId();
        heldUnder = event.connectionId();
    }

    @CommandHandler
    @Nullable
    WorkRefused decide(WorkCommand.ReleaseJob command) {
        WorkCommand.By by = command.by();
        Refusal refusal = firstOf(whyNotHeld(by), whyOutdated(by));
        if (refusal == null) {
            release(command.jobId(), JobEvent.Released.BY_TECHNICIAN, by.doneAt(), by.at());
        }
        return refused(refusal);
    }

    @CommandHandler
    void decide(WorkCommand.ReleaseForEndedConnection command) {
        if (status == JobStatus.ASSIGNED && command.connectionId().equals(heldUnder)) {
            release(command.jobId(), "CONNECTION_ENDED", command.at(), command.at());
        }
    }

    @CommandHandler
    void decide(WorkCommand.ReleaseForDisabledTechnician command) {
        if (!hasEnded() && command.technicianId().equals(technicianId)) {
            release(command.jobId(), "TECHNICIAN_DISABLED", command.at(), command.at());
        }
    }

    private void release(String jobId, String reason, Instant doneAt, Instant at) {
        apply(new JobEvent.Released(jobId, fleetId, partnerId, technicianId, reason, doneAt, at));
    }

    @EventSourcingHandler
    void evolve(JobEvent.Released event) {
        status = JobStatus.ASSIGNED;
        technicianId = null;
        heldUnder = null;
        tested = false;
    }

    @CommandHandler
    @Nullable
    WorkRefused decide(WorkCommand.StartJob command) {
        WorkCommand.By by = command.by();
        JobDetails filledIn = command.filledIn();
        Refusal refusal = firstOf(
                whyNotHeld(by),
                status == JobStatus.ASSIGNED ? null : Refusal.JOB_NOT_STARTABLE,
                whyReadOnly(filledIn, by),
                details.with(filledIn).vin() == null ? Refusal.VIN_MISSING : null,
                whyOutdated(by));
        if (refusal == null) {
            apply(new JobEvent.Started(
                    command.jobId(),
                    fleetId,
                    partnerId,
                    by.technicianId(),
                    by.connectionId(),
                    by.at(),
                    filledIn,
                    by.doneAt()));
        }
        return refused(refusal, filledIn);
    }

    @EventSourcingHandler
    void evolve(JobEvent.Started event) {
        status = JobStatus.RUNNING;
        technicianId = event.technicianId();
        heldUnder = event.connectionId();
        configured = configured && !event.bringsAnotherVehicleThan(details);
        details = event.filledIn() == null ? details : details.with(event.filledIn());
    }

    @CommandHandler
    @Nullable
    WorkRefused decide(WorkCommand.ConfigureUnit command) {
        WorkCommand.By by = command.by();
        JobDetails filledIn = command.filledIn();
        JobDetails after = details.with(filledIn);
        Refusal refusal = firstOf(
                whyNotWorkedOn(by),
                whyReadOnly(filledIn, by),
                after.telematicsUnitId() == null ? Refusal.UNIT_MISSING : null,
                whyOutdated(by));
        if (refusal == null) {
            apply(new JobEvent.Configured(
                    command.jobId(),
                    fleetId,
                    partnerId,
                    by.technicianId(),
                    filledIn,
                    after.telematicsUnitId(),
                    after.configurationPreset(),
                    command.outcome(),
                    command.message(),
                    by.doneAt(),
                    by.at()));
        }
        return refused(refusal, filledIn);
    }

    @EventSourcingHandler
    void evolve(JobEvent.Configured event) {
        details = details.with(event.filledIn());
        configured = event.outcome().equals("SUCCEEDED");
        tested = false;
    }

    @CommandHandler
    @Nullable
    WorkRefused decide(WorkCommand.TestVehicle command) {
        WorkCommand.By by = command.by();
        Refusal refusal = firstOf(whyNotWorkedOn(by), whyOutdated(by));
        if (refusal == null) {
            apply(new JobEvent.Tested(
                    command.jobId(),
                    fleetId,
                    partnerId,
                    by.technicianId(),
                    command.checks(),
                    command.checks().allPassed(),
                    by.doneAt(),
                    by.at()));
        }
        return refused(refusal);
    }

    @EventSourcingHandler
    void evolve(JobEvent.Tested event) {
        tested = event.passed();
    }

    @CommandHandler
    @Nullable
    WorkRefused decide(WorkCommand.CompleteJob command) {
        WorkCommand.By by = command.by();
        Refusal refusal = firstOf(whyNotWorkedOn(by), whyNotDone(), whyOutdated(by));
        if (refusal == null) {
            apply(new JobEvent.Succeeded(
                    command.jobId(), fleetId, partnerId, by.technicianId(), details, by.doneAt(), by.at()));
        }
        return refused(refusal);
    }

    private @Nullable Refusal whyNotDone() {
        if (details.jobType() == null) {
            return Refusal.JOB_TYPE_MISSING;
        }
        if (details.jobType().equals("INSTALLATION") && !configured) {
            return Refusal.CONFIGURATION_MISSING;
        }
        return tested ? null : Refusal.TEST_MISSING;
    }

    @EventSourcingHandler
    void evolve(JobEvent.Succeeded event) {
        status = JobStatus.SUCCEEDED;
    }

    @CommandHandler
    @Nullable
    WorkRefused decide(WorkCommand.FailJob command) {
        WorkCommand.By by = command.by();
        Refusal refusal = firstOf(whyNotHeld(by), whyOutdated(by));
        if (refusal == null) {
            apply(new JobEvent.Failed(
                    command.jobId(),
                    fleetId,
                    partnerId,
                    JobEvent.Failed.BY_TECHNICIAN,
                    command.comment(),
                    by.at(),
                    by.technicianId(),
                    by.doneAt()));
        }
        return refused(refusal);
    }

    @CommandHandler
    void decide(WorkCommand.FailForEndedConnection command) {
        if (status == JobStatus.RUNNING && command.connectionId().equals(heldUnder)) {
            apply(new JobEvent.Failed(
                    command.jobId(), fleetId, partnerId, "CONNECTION_DELETED", null, command.at(), null, null));
        }
    }

    @EventSourcingHandler
    void evolve(JobEvent.Failed event) {
        status = JobStatus.FAILED;
    }

    private boolean hasEnded() {
        return status == JobStatus.SUCCEEDED || status == JobStatus.FAILED;
    }

    private @Nullable Refusal whyNotOpen(WorkCommand.By by) {
        if (!by.partnerId().equals(partnerId)) {
            return Refusal.JOB_UNKNOWN;
        }
        boolean endsWithItsConnection =
                status == JobStatus.RUNNING && !by.connectionId().equals(heldUnder);
        return hasEnded() || endsWithItsConnection ? Refusal.JOB_ENDED : null;
    }

    private @Nullable Refusal whyNotHeld(WorkCommand.By by) {
        Refusal refusal = whyNotOpen(by);
        if (refusal != null) {
            return refusal;
        }
        if (technicianId == null) {
            return Refusal.JOB_NOT_ACCEPTED;
        }
        return by.technicianId().equals(technicianId) ? null : Refusal.JOB_TAKEN;
    }

    private @Nullable Refusal whyNotWorkedOn(WorkCommand.By by) {
        Refusal refusal = whyNotHeld(by);
        return refusal == null && status != JobStatus.RUNNING ? Refusal.JOB_NOT_RUNNING : refusal;
    }

    private @Nullable Refusal whyReadOnly(JobDetails filledIn, WorkCommand.By by) {
        return by.overrideAllowed() || readOnly(filledIn).isEmpty() ? null : Refusal.PROVIDER_VALUE_READ_ONLY;
    }

    /** What the provider has filled in and would be different now. */
    private List<JobField> readOnly(JobDetails filledIn) {
        return filledIn.filled().stream()
                .filter(field -> field.of(provided) != null)
                .filter(field -> !Objects.equals(field.of(details), field.of(filledIn)))
                .toList();
    }

    private @Nullable Refusal whyOutdated(WorkCommand.By by) {
        return changes.byOthersSince(by.seenVersion(), by.technicianId()) ? Refusal.JOB_CHANGED : null;
    }

    private static @Nullable Refusal firstOf(@Nullable Refusal... reasons) {
        for (Refusal reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private static @Nullable WorkRefused refused(@Nullable Refusal reason) {
        return reason == null ? null : WorkRefused.because(reason);
    }

    private @Nullable WorkRefused refused(@Nullable Refusal reason, JobDetails filledIn) {
        return reason == Refusal.PROVIDER_VALUE_READ_ONLY
                ? new WorkRefused(reason, readOnly(filledIn))
                : refused(reason);
    }
}
