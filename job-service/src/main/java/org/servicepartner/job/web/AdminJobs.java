package org.servicepartner.job.web;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.job.view.AdminJob;
import org.servicepartner.job.view.AdminJobDetails;
import org.servicepartner.job.view.JobHistory;
import org.servicepartner.job.view.JobVisibility;
import org.servicepartner.job.view.PartnerJobs;
import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.problem.Problem;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@RestController
@RequestMapping("/api/partner/v1/jobs")
@PartnerAdminsOnly
@Tag(
        name = "Jobs for admins",
        description =
                "For the admins of a partner, to look at: the jobs of every fleet to which the partner has an accepted"
                        + " connection, and those that have ended while the partner worked on them.")
@ApiResponse(
        responseCode = "401",
        description = "unauthenticated: there is no valid access token.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description =
                "not-an-admin: the caller is not an admin of a partner; admin-not-active: the caller was removed or has"
                        + " another role since; account-not-linked: the account belongs to no partner.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
class AdminJobs {
    private static final String FLEET_ID = "[A-Za-z0-9._-]{1,64}";

    private final PartnerJobs jobs;
    private final ChangeStreams changes;
    private final JobHistory history;

    AdminJobs(PartnerJobs jobs, ChangeStreams changes, JobHistory history) {
        this.jobs = jobs;
        this.changes = changes;
        this.history = history;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AdminJobPage", description = "Some of the jobs, newest change first.")
    record Page(
            @Schema(requiredMode = REQUIRED) List<AdminJob> jobs,

            @Schema(description = "To be passed as cursor to get the next page; absent on the last one.") @Nullable
            String nextCursor,

            @Schema(requiredMode = REQUIRED, description = "All fleets of which there may be jobs, by name.")
            List<PartnerJobs.Fleet> fleets) {}

    @GetMapping
    @Operation(
            operationId = "listJobs",
            summary = "Lists the jobs of the caller's partner, newest change first.",
            description =
                    "A job that changes while somebody turns the pages moves to the first one; no job comes twice.")
    @ApiResponse(responseCode = "200", description = "A page of jobs.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description =
                    "bad-request, invalid-request: a parameter is not allowed; invalid-cursor: no page gave this cursor.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    Page list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(
                            description = "Only those in this state.",
                            schema = @Schema(allowableValues = {"ASSIGNED", "RUNNING", "SUCCEEDED", "FAILED"}))
                    @RequestParam(required = false)
                    @Nullable
                    JobStatus status,
            @Parameter(description = "Only those of this fleet.")
                    @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = FLEET_ID)
                    String fleetId,
            @Parameter(
                            description =
                                    "Only those with this in the VIN, the license plate or the custom name, or at the"
                                            + " beginning of the job id, in whatever letter case.")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 100)
                    @Pattern(regexp = "\\P{Cc}*")
                    String search,
            @Parameter(description = "Most jobs on one page.") @RequestParam(defaultValue = "50") @Min(1) @Max(200)
                    int limit,
            @Parameter(description = "The nextCursor of the page before.") @RequestParam(required = false) @Nullable
                    String cursor) {
        PartnerJobs.Filter filter = new PartnerJobs.Filter(status, fleetId, words(search));
        List<AdminJob> found = jobs.page(caller.tenantId(), filter, before(cursor), limit + 1);
        List<AdminJob> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown,
                found.size() > limit ? Long.toString(shown.getLast().changedIndex()) : null,
                jobs.fleets(caller.tenantId()));
    }

    private static @Nullable String words(@Nullable String search) {
        return search == null || search.isBlank() ? null : search.strip();
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-cursor",
                    "Invalid cursor",
                    "No page of this list gave this cursor.",
                    "Take the nextCursor of the page before, or start again without one.");
        }
    }

    @GetMapping("/summary")
    @Operation(
            operationId = "summarizeJobs",
            summary = "Counts the jobs that the deletion of a connection would touch.",
            description =
                    "Without a fleet: of all accepted connections. A fleet without an accepted connection has none.")
    @ApiResponse(responseCode = "200", description = "The numbers at this moment.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "invalid-request: the fleet id is not allowed.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    PartnerJobs.Summary summary(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Only the jobs of this fleet.")
                    @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = FLEET_ID)
                    String fleetId) {
        return jobs.summary(caller.tenantId(), fleetId);
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "followJobs",
            summary = "Tells an open page when to load again (server-sent events).",
            description =
                    "The event changed comes at once, and again whenever jobs or connections of the caller's partner have"
                            + " changed. It has no content: load the list or the job again.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream of changed events, with a comment every 15 seconds.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string", example = "event:changed\ndata:{}")))
    SseEmitter changes(@Parameter(hidden = true) Caller caller) {
        return changes.open(caller);
    }

    @GetMapping("/{jobId}")
    @Operation(operationId = "getJob", summary = "Shows one job with its time line.")
    @ApiResponse(responseCode = "200", description = "The job as it is now.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "job-not-found: the caller's partner has no such job, or must not see it at the moment.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    AdminJobDetails get(@Parameter(hidden = true) Caller caller, @PathVariable String jobId) {
        return jobs.find(caller.tenantId(), jobId).orElseThrow(() -> notFound(jobId));
    }

    @GetMapping("/{jobId}/visibility")
    @Operation(
            operationId = "getVisibility",
            summary = "Tells who could see a job at a moment, who could reach the vehicle, and why.",
            description = "Computed from the stored events alone, for every job that the partner has been given.")
    @ApiResponse(responseCode = "200", description = "As it was at the moment.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "bad-request: at is no moment.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "job-not-found: the caller's partner has no such job.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    JobVisibility visibility(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String jobId,
            @Parameter(description = "The moment, RFC 3339 in UTC; now if absent.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant at) {
        if (!history.isOf(caller.tenantId(), jobId)) {
            throw notFound(jobId);
        }
        return history.visibility(jobId, at).orElseThrow(() -> notFound(jobId));
    }

    private static ProblemException notFound(String jobId) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "job-not-found",
                "Job not found",
                "There is no job " + jobId + " that you can see.",
                "Go back to the list. If the job was there before, the connection to its fleet may have ended.");
    }
}
