package org.servicepartner.job.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.job.view.JobHistory;
import org.servicepartner.job.view.JobVisibility;
import org.servicepartner.job.view.PastJob;
import org.servicepartner.platform.problem.Problem;
import org.servicepartner.platform.problem.ProblemException;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@RestController
@RequestMapping("/api/support/v1")
@SupportOnly
@Tag(
        name = "History for support",
        description =
                "What happened, and who could see a job or reach a vehicle at any moment: from the stored events alone.")
@ApiResponse(
        responseCode = "403",
        description = "not-support: the account is not one of the support team.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "401",
        description = "unauthenticated: there is no valid access token.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
class SupportHistory {
    private static final String AT = "The moment, RFC 3339 in UTC; now if absent.";

    private final JobHistory history;
    private final Clock clock;

    SupportHistory(JobHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/jobs/{jobId}")
    @Operation(operationId = "getSupportJob", summary = "What happened to a job")
    @ApiResponse(responseCode = "200", description = "The job and its time line.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "job-not-found: there is no such job.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    PastJob job(@PathVariable String jobId) {
        return history.job(jobId).orElseThrow(() -> notFound(jobId));
    }

    @GetMapping("/jobs/{jobId}/visibility")
    @Operation(
            operationId = "getSupportVisibility",
            summary = "Who could see a job at a moment, who could reach its vehicle, and why")
    @ApiResponse(responseCode = "200", description = "As it was at the moment.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "bad-request: at is no moment.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "job-not-found: there is no such job.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    JobVisibility visibility(
            @PathVariable String jobId,
            @Parameter(description = AT) @RequestParam(required = false) @Nullable Instant at) {
        return history.visibility(jobId, at).orElseThrow(() -> notFound(jobId));
    }

    @Schema(name = "PastVehicleAccess", description = "Who could reach a vehicle at a moment.")
    record VehicleAccess(
            @Schema(requiredMode = REQUIRED) String vin,
            @Schema(requiredMode = REQUIRED) Instant at,

            @Schema(
                    requiredMode = REQUIRED,
                    description =
                            "Every job that was given to a partner for the vehicle, or ever started on it; those that gave access to it have access and come first. A job that was running on another vehicle at the moment is left out.")
            List<JobVisibility> jobs) {}

    @GetMapping("/vehicles/{vin}/access")
    @Operation(operationId = "getSupportAccess", summary = "Who could reach a vehicle at a moment, and why")
    @ApiResponse(responseCode = "200", description = "As it was at the moment.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "bad-request: at is no moment.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    VehicleAccess access(
            @PathVariable String vin,
            @Parameter(description = AT) @RequestParam(required = false) @Nullable Instant at) {
        Instant moment = at == null ? clock.instant() : at;
        return new VehicleAccess(vin, moment, history.accessTo(vin, at));
    }

    private static ProblemException notFound(String jobId) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "job-not-found",
                "Job not found",
                "There is no job " + jobId + ".",
                "Check the id; it is the one that FleetControl gave.");
    }
}
