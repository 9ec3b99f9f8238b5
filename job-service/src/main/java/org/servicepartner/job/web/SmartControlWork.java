package org.servicepartner.job.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.job.work.Step;
import org.servicepartner.job.work.VersionTag;
import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.job.work.WorkOrder;
import org.servicepartner.job.work.WorkProblems;
import org.servicepartner.platform.idempotency.Answer;
import org.servicepartner.platform.idempotency.IdempotentRequests.Answered;
import org.servicepartner.platform.problem.Problem;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@RestController
@RequestMapping("/api/smartcontrol/v1")
@TechniciansOnly
@Tag(name = "Work of technicians", description = """
                What a technician does with a job: accept, start, configure, test, and complete, or fail, or release.
                Every command carries an Idempotency-Key, made once for each thing that is done: a repetition within 14 days has no second effect and gets
                the first answer again, with the header Idempotent-Replay. A refusal (409, 412) is such an answer too; what failed with 5xx, 400 or 404 may be sent again.
                """)
class SmartControlWork {
    private static final int LARGEST_BATCH = 200;
    private static final Logger LOG = LoggerFactory.getLogger(SmartControlWork.class);

    private final WorkDesk desk;
    private final VisibleJobs jobs;
    private final JsonMapper json;

    SmartControlWork(WorkDesk desk, VisibleJobs jobs, JsonMapper json) {
        this.desk = desk;
        this.jobs = jobs;
        this.json = json;
    }

    @PostMapping("/jobs/{jobId}/accept")
    @Operation(operationId = "acceptJob", summary = "Claim the job: of several technicians exactly one gets it")
    @Command
    ResponseEntity<String> accept(
            @Parameter(hidden = true) Caller technician,
            @PathVariable String jobId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) WorkForms.@Nullable Done body) {
        return handle(technician, jobId, Step.ACCEPT, key, version, body == null ? null : body.form());
    }

    @PostMapping("/jobs/{jobId}/release")
    @Operation(operationId = "releaseJob", summary = "Give the job back, also a running one: anybody may accept it")
    @Command
    ResponseEntity<String> release(
            @Parameter(hidden = true) Caller technician,
            @PathVariable String jobId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) WorkForms.@Nullable Done body) {
        return handle(technician, jobId, Step.RELEASE, key, version, body == null ? null : body.form());
    }

    @PostMapping("/jobs/{jobId}/start")
    @Operation(
            operationId = "startJob",
            summary = "Start the accepted job: it is RUNNING, and the technician may reach the vehicle")
    @Command
    ResponseEntity<String> start(
            @Parameter(hidden = true) Caller technician,
            @PathVariable String jobId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) WorkForms.@Nullable Start body) {
        return handle(technician, jobId, Step.START, key, version, body == null ? null : body.form());
    }

    @PostMapping("/jobs/{jobId}/configure")
    @Operation(
            operationId = "configureUnit",
            summary = "Tell how the configuration of the telematics unit went; an earlier test is void")
    @Command
    ResponseEntity<String> configure(
            @Parameter(hidden = true) Caller technician,
            @PathVariable String jobId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) WorkForms.@Nullable Configure body) {
        return handle(technician, jobId, Step.CONFIGURE, key, version, body == null ? null : body.form());
    }

    @PostMapping("/jobs/{jobId}/test")
    @Operation(operationId = "testVehicle", summary = "Tell how the test of the vehicle went; the last one counts")
    @Command
    ResponseEntity<String> test(
            @Parameter(hidden = true) Caller technician,
            @PathVariable String jobId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) WorkForms.@Nullable Tested body) {
        return handle(technician, jobId, Step.TEST, key, version, body == null ? null : body.form());
    }

    @PostMapping("/jobs/{jobId}/complete")
    @Operation(
            operationId = "completeJob",
            summary = "The work is done: the job has SUCCEEDED, and the vehicle joins the fleet")
    @Command
    ResponseEntity<String> complete(
            @Parameter(hidden = true) Caller technician,
            @PathVariable String jobId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) WorkForms.@Nullable Done body) {
        return handle(technician, jobId, Step.COMPLETE, key, version, body == null ? null : body.form());
    }

    @PostMapping("/jobs/{jobId}/fail")
    @Operation(operationId = "failJob", summary = "Give up, and say why: the job has FAILED")
    @Command
    ResponseEntity<String> fail(
            @Parameter(hidden = true) Caller technician,
            @PathVariable String jobId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody(required = false) WorkForms.@Nullable Fail body) {
        return handle(technician, jobId, Step.FAIL, key, version, body == null ? null : body.form());
    }

    private ResponseEntity<String> handle(
            Caller technician,
            String jobId,
            Step step,
            @Nullable String key,
            @Nullable String version,
            WorkForms.@Nullable Form form) {
        String validKey = IdempotencyKeys.required(key);
        long seenVersion = seenVersion(version);
        WorkOrder order = (form == null ? WorkForms.Form.EMPTY : form).order(jobId, step);
        Answered answered = desk.handle(technician, validKey, seenVersion, order);
        if (answered.replayed() && jobs.find(technician.tenantId(), jobId).isEmpty()) {
            throw WorkProblems.notFound(jobId);
        }
        Answer answer = answered.answer();
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .contentType(isRefusal(answer) ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
        answer.headers().forEach(response::header);
        if (answered.replayed()) {
            response.header("Idempotent-Replay", "true");
        }
        return response.body(answer.body());
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() >= HttpStatus.BAD_REQUEST.value();
    }

    private static long seenVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-missing",
                    "Version missing",
                    "The header If-Match is missing: it says which version of the job you have seen.",
                    "Send If-Match with the ETag of the job, or with its version in quotation marks.");
        }
        return VersionTag.version(ifMatch)
                .orElseThrow(() -> WorkProblems.invalid(List.of(new Problem.InvalidField(
                        "If-Match", "must be the ETag of the job, or its version in quotation marks"))));
    }

    /** Read command by command, so that a malformed one is refused alone; the API describes it as {@link WorkForms.Batch}. */
    record Batch(@Nullable List<JsonNode> commands) {}

    /** What came of a command of a batch. */
    enum Outcome {
        APPLIED,
        ALREADY_APPLIED,
        REFUSED,
        FAILED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CommandResult")
    record Result(
            @Schema(description = "As it was sent.") @Nullable
            String idempotencyKey,

            @Schema(description = "As it was sent.") @Nullable
            String jobId,

            @Schema(
                    requiredMode = REQUIRED,
                    description =
                            "APPLIED: it has its effect. ALREADY_APPLIED: it has had it before. REFUSED: it has none; problem says why. With the status 409 or 412 a repetition under the same key gets the same refusal, else it is looked at anew. FAILED: something went wrong on our side, or with a command before it for the same job; send it again in its order under the same key.")
            Outcome outcome,

            @Schema(
                    description = "Of refused and failed commands. Its job is not there: it is the job of the result.",
                    implementation = WorkProblem.class)
            @Nullable
            JsonNode problem,

            @Schema(description = "The job after the command; absent if it is hidden.") @Nullable
            VisibleJob job) {}

    @Schema(name = "CommandResults")
    record Results(
            @Schema(requiredMode = REQUIRED, description = "In the order of the commands.")
            List<Result> results,

            @Schema(
                    requiredMode = REQUIRED,
                    description =
                            "Those of the named jobs that the technician does not see (any more): to be forgotten.")
            List<String> hiddenJobs) {}

    @PostMapping("/commands")
    @Operation(operationId = "sendCommands", summary = "Send what was done without reception", description = """
                    The commands are handled in their order, each as if it had come alone and in a transaction of its own: one that is refused does not
                    stop the others. One that FAILED holds back what follows it for the same job, which is FAILED too; send these again later, in their order
                    and under their keys. After a crash in the middle send the whole batch again: what has had its effect is ALREADY_APPLIED.
                    """)
    @ApiResponse(responseCode = "200", description = "What came of each command.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request: there are no commands, or more than 200. bad-request: the body is no JSON.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "413",
            description =
                    "request-too-large: the body has more than 65,536 bytes. Send the commands in several requests, in their order.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    Results batch(
            @Parameter(hidden = true) Caller technician,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = WorkForms.Batch.class)))
                    @RequestBody
                    Batch batch) {
        List<JsonNode> commands = batch.commands == null ? List.of() : batch.commands;
        if (commands.isEmpty() || commands.size() > LARGEST_BATCH) {
            throw WorkProblems.invalid(List.of(new Problem.InvalidField("commands", "must be 1 to " + LARGEST_BATCH)));
        }
        List<Result> results = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        Set<String> heldBack = new HashSet<>();
        for (JsonNode command : commands) {
            String key = text(command, "idempotencyKey");
            String jobId = text(command, "jobId");
            Result result = heldBack.contains(jobId)
                    ? failed(key, jobId, WorkProblems.behindAFailure())
                    : handle(technician, key, jobId, command);
            results.add(result);
            if (result.outcome == Outcome.FAILED) {
                heldBack.add(jobId);
            }
            if (WorkForms.isJobId(jobId)) {
                named.add(jobId);
            }
        }
        named.removeIf(jobId -> jobs.find(technician.tenantId(), jobId).isPresent());
        return new Results(results, List.copyOf(named));
    }

    private static @Nullable String text(JsonNode command, String field) {
        return command.path(field).asStringOpt().orElse(null);
    }

    /** What goes wrong with one command is said of that one; only what would go wrong with all of them ends the batch. */
    private Result handle(Caller technician, @Nullable String key, @Nullable String jobId, JsonNode command) {
        try {
            WorkForms.Queued queued = queued(command);
            WorkOrder order = queued.order();
            Answered answered = desk.handle(technician, queued.idempotencyKey(), queued.seenVersion(), order);
            return result(technician, key, order.jobId(), answered);
        } catch (ProblemException e) {
            if (e.status() == HttpStatus.FORBIDDEN) {
                throw e;
            }
            return refused(key, jobId, e);
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
            throw e;
        } catch (ConcurrencyException e) {
            return failed(key, jobId, WorkProblems.changedMeanwhile());
        } catch (RuntimeException e) {
            LOG.error("A command of a batch failed", e);
            return failed(key, jobId, WorkProblems.failed());
        }
    }

    private WorkForms.Queued queued(JsonNode command) {
        if (!command.isObject()) {
            throw WorkProblems.invalid(List.of(new Problem.InvalidField("command", "must be a JSON object")));
        }
        try {
            return json.treeToValue(command, WorkForms.Queued.class);
        } catch (JacksonException e) {
            throw WorkProblems.invalid(List.of(wrongType(e)));
        }
    }

    private static Problem.InvalidField wrongType(JacksonException e) {
        String field = e.getPath().isEmpty() ? null : e.getPath().getFirst().getPropertyName();
        return new Problem.InvalidField(
                field == null ? "command" : field, "does not have the type that the API description says");
    }

    private Result result(Caller technician, @Nullable String key, String jobId, Answered answered) {
        VisibleJob now = jobs.find(technician.tenantId(), jobId).orElse(null);
        if (!isRefusal(answered.answer())) {
            return new Result(key, jobId, answered.replayed() ? Outcome.ALREADY_APPLIED : Outcome.APPLIED, null, now);
        }
        if (now == null) {
            throw WorkProblems.notFound(jobId);
        }
        ObjectNode problem = (ObjectNode) json.readTree(answered.answer().body());
        problem.remove("job");
        return new Result(key, jobId, Outcome.REFUSED, problem, now);
    }

    private Result refused(@Nullable String key, @Nullable String jobId, ProblemException problem) {
        return new Result(key, jobId, Outcome.REFUSED, json.valueToTree(problem.problem()), null);
    }

    private Result failed(@Nullable String key, @Nullable String jobId, ProblemException problem) {
        return new Result(key, jobId, Outcome.FAILED, json.valueToTree(problem.problem()), null);
    }
}
