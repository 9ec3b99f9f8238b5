package org.servicepartner.job.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobStatus;
import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.job.view.VisibleJobs;
import org.servicepartner.job.view.VisibleJobs.ActiveTechnician;
import org.servicepartner.job.work.VersionTag;
import org.servicepartner.job.work.WorkProblems;
import org.servicepartner.platform.problem.Problem;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

@RestController
@RequestMapping("/api/smartcontrol/v1/jobs")
@TechniciansOnly
@Tag(
        name = "Jobs for SmartControl",
        description =
                "What a technician sees: the jobs of every fleet to which the partner has an accepted connection.")
class SmartControlJobs {
    private static final int LARGEST_PAGE = 200;
    private static final String STREAM_POSITION = "Stream-Position";
    private static final String FOR_THE_STREAM =
            "For the Last-Event-ID of the stream, which then continues from this list.";

    private final VisibleJobs jobs;
    private final RenderedLists lists;
    private final JobStreams streams;
    private final JsonMapper json;

    SmartControlJobs(VisibleJobs jobs, RenderedLists lists, JobStreams streams, JsonMapper json) {
        this.jobs = jobs;
        this.lists = lists;
        this.streams = streams;
        this.json = json;
    }

    /** What {@link RenderedLists} writes, for the contract. */
    @Schema(name = "VisibleJobPage", description = "Some of the visible jobs, newest assignment first.")
    record Page(
            @Schema(requiredMode = REQUIRED) List<VisibleJob> jobs,

            @Schema(description = "To be passed as cursor to get the next page; absent on the last one.") @Nullable
            String nextCursor) {}

    @GetMapping
    @Operation(summary = "List the visible jobs, newest assignment first")
    @Parameter(
            in = ParameterIn.HEADER,
            name = "If-None-Match",
            description = "The ETag of an earlier answer: 304 while nothing in it has changed.",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of jobs.",
            headers = {
                @Header(name = "ETag", description = "For the next If-None-Match.", schema = @Schema(type = "string")),
                @Header(name = STREAM_POSITION, description = FOR_THE_STREAM, schema = @Schema(type = "string"))
            },
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    @ApiResponse(
            responseCode = "304",
            description = "Nothing has changed.",
            headers = {
                @Header(name = "ETag", description = "As it was sent.", schema = @Schema(type = "string")),
                @Header(name = STREAM_POSITION, description = FOR_THE_STREAM, schema = @Schema(type = "string"))
            },
            content = @Content)
    @ApiResponse(
            responseCode = "400",
            description =
                    "invalid-request: the limit or the cursor is not allowed; bad-request: the status or the limit is none.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ResponseEntity<byte[]> list(
            @Parameter(hidden = true) Caller technician,
            @RequestAttribute(OnlyActiveUsers.ACTIVE_TECHNICIAN) ActiveTechnician active,
            @Parameter(
                            description = "Only jobs in this state.",
                            schema = @Schema(allowableValues = {"ASSIGNED", "RUNNING", "SUCCEEDED", "FAILED"}))
                    @RequestParam(required = false)
                    @Nullable
                    JobStatus status,
            @Parameter(description = "Jobs per page, 1 to 200") @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "nextCursor of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            WebRequest request) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw invalid("The limit must be from 1 to " + LARGEST_PAGE + ".");
        }
        RenderedLists.Rendered page =
                lists.of(technician.tenantId(), active.versionOfList(), status, before(cursor), limit);
        if (request.checkNotModified(page.etag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .header(STREAM_POSITION, Long.toString(page.asOf()))
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(page.etag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(STREAM_POSITION, Long.toString(page.asOf()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(page.json());
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw invalid("The cursor is none that this list has given.");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Invalid request",
                detail,
                "Correct the parameter, or leave it out.");
    }

    @GetMapping("/{jobId}")
    @Operation(summary = "One visible job")
    @ApiResponse(
            responseCode = "200",
            description = "The job as it is now.",
            headers =
                    @Header(
                            name = "ETag",
                            description = "For the If-Match of a command.",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "job-not-found: there is none, or it is not visible to the technician",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ResponseEntity<VisibleJob> one(@Parameter(hidden = true) Caller technician, @PathVariable String jobId) {
        VisibleJob job = visible(technician, jobId);
        return ResponseEntity.ok().eTag(VersionTag.of(job, json)).body(job);
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Follow the visible jobs live (server-sent events)", description = """
                    Events: `job` (a job that is new or has changed), `fleet-hidden` (forget all jobs of data.fleetId), `fleet-shown` (all its jobs have been sent),
                    `access-ended` (forget everything; the stream ends), `reset` (forget everything; all visible jobs follow), `ready` (they have been sent).
                    The stream ends when the access token does; come back with a new one.
                    Reconnecting with Last-Event-ID continues without loss or duplicates; without it, or if the last visit is too long ago, the stream begins with `reset`.
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "A stream of events, with a comment every 15 seconds.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = "The data of a job event is a VisibleJob.",
                                            example = "id:42\nevent:fleet-hidden\ndata:{\"fleetId\":\"city-cars\"}")))
    @ApiResponse(
            responseCode = "400",
            description = "invalid-stream-position: the Last-Event-ID is none that this stream has given.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    SseEmitter stream(
            @Parameter(hidden = true) Caller technician,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @Parameter(
                            description =
                                    "The id of the last event that was received, or the Stream-Position of a list.",
                            example = "42")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId) {
        return streams.open(
                technician,
                requireNonNull(token.getExpiresAt()),
                lastEventId == null ? null : StreamPosition.parse(lastEventId));
    }

    private VisibleJob visible(Caller technician, String jobId) {
        return jobs.find(technician.tenantId(), jobId).orElseThrow(() -> WorkProblems.notFound(jobId));
    }
}
