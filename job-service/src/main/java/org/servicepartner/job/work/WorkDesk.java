package org.servicepartner.job.work;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.Refusal;
import org.servicepartner.job.domain.WorkCommand;
import org.servicepartner.job.domain.WorkRefused;
import org.servicepartner.job.view.JobHistory;
import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.job.view.VisibleJobs.ActiveTechnician;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.idempotency.Answer;
import org.servicepartner.platform.idempotency.IdempotentRequests;
import org.servicepartner.platform.idempotency.KeyReusedException;
import org.servicepartner.platform.problem.Problem;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;

/**
 * Gives every command of a technician its one effect. Whether he sees the job is asked before he acts, and again when his event has
 * its place in the log: what has been hidden meanwhile cannot be worked on, and what he is answered he may see.
 */
public class WorkDesk {
    /** How wrong the clock of a phone may be. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final VisibleJobs jobs;
    private final JobHistory history;
    private final IdempotentRequests requests;
    private final CommandGateway commands;
    private final JsonMapper json;
    private final Clock clock;

    public WorkDesk(
            VisibleJobs jobs,
            JobHistory history,
            IdempotentRequests requests,
            CommandGateway commands,
            JsonMapper json,
            Clock clock) {
        this.jobs = jobs;
        this.history = history;
        this.requests = requests;
        this.commands = commands;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does what is ordered, or tells why not; a repetition does nothing and gets the first answer.
     *
     * @param seenVersion of the job, on which the technician has decided
     * @throws ProblemException if the order is refused and that is not worth remembering: it is malformed, or the job is hidden
     */
    public IdempotentRequests.Answered handle(Caller technician, String key, long seenVersion, WorkOrder order) {
        requireActive(technician);
        UUID content = UUID.nameUUIDFromBytes(json.writeValueAsBytes(order));
        try {
            return requests.once(technician.userId(), key, content, () -> act(technician, key, seenVersion, order));
        } catch (KeyReusedException e) {
            throw WorkProblems.keyReused();
        }
    }

    /** @throws ProblemException if the caller is none at the moment */
    public ActiveTechnician requireActive(Caller technician) {
        return jobs.active(technician.userId(), technician.tenantId()).orElseThrow(WorkProblems::notActive);
    }

    private Supplier<Answer> act(Caller technician, String key, long seenVersion, WorkOrder order) {
        VisibleJob job = visible(technician, order.jobId());
        if (seenVersion > job.version()) {
            throw WorkProblems.versionUnknown(job.version());
        }
        Instant now = clock.instant();
        WorkCommand.By by = new WorkCommand.By(
                technician.tenantId(),
                technician.userId(),
                job.connectionId(),
                job.overrideAllowed(),
                seenVersion,
                doneAt(order, job, now),
                now);
        WorkRefused refused = commands.sendAndWait(GenericCommandMessage.asCommandMessage(order.command(by))
                .withMetaData(
                        Map.of(EventMetadata.ACTOR, "user:" + technician.userId(), EventMetadata.CORRELATION_ID, key)));
        return () -> {
            requireActive(technician);
            VisibleJob after = visible(technician, order.jobId());
            return refused == null ? done(job, after) : refusal(refused, technician, seenVersion, order, after);
        };
    }

    private VisibleJob visible(Caller technician, String jobId) {
        return jobs.find(technician.tenantId(), jobId).orElseThrow(() -> WorkProblems.notFound(jobId));
    }

    private static Instant doneAt(WorkOrder order, VisibleJob job, Instant now) {
        Instant doneAt = order.doneAt() == null ? now : order.doneAt();
        if (doneAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw WorkProblems.invalid(List.of(new Problem.InvalidField(
                    "doneAt", "must not be in the future: it is %s here; correct it or leave it out".formatted(now))));
        }
        if (doneAt.isBefore(job.assignedAt().minus(CLOCK_TOLERANCE))) {
            throw WorkProblems.invalid(List.of(new Problem.InvalidField(
                    "doneAt",
                    "must not be before %s, when the job was assigned; correct it or leave it out"
                            .formatted(job.assignedAt()))));
        }
        return doneAt.isBefore(job.assignedAt()) ? job.assignedAt() : doneAt;
    }

    /** @param after looked at under the append lock: nobody can hide the job between this look and the commit */
    private Answer done(VisibleJob before, VisibleJob after) {
        if (!after.connectionId().equals(before.connectionId())) {
            throw new ConcurrencyException("The job is seen under another connection than a moment ago");
        }
        return new Answer(
                HttpStatus.OK.value(), Map.of("ETag", VersionTag.of(after, json)), json.writeValueAsString(after));
    }

    private Answer refusal(WorkRefused refused, Caller technician, long seenVersion, WorkOrder order, VisibleJob job) {
        ProblemException refusal = WorkProblems.refused(refused, order.jobId());
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        if (refused.reason() == Refusal.JOB_CHANGED) {
            refusal.with("changes", history.byOthersSince(order.jobId(), seenVersion, technician.userId()));
        }
        refusal.with("job", job);
        ProblemDetail problem = refusal.problem();
        problem.setInstance(URI.create("/api/smartcontrol/v1/jobs/" + order.jobId() + "/"
                + order.step().word()));
        return new Answer(refusal.status().value(), Map.of(), json.writeValueAsString(problem));
    }
}
