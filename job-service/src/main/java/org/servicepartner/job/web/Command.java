package org.servicepartner.job.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.platform.problem.Problem;

/** What the description of the API says of every command of a technician. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.HEADER,
        name = "Idempotency-Key",
        required = true,
        description = "Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ -",
        schema = @Schema(type = "string", pattern = "[A-Za-z0-9_-]{1,64}"))
@Parameter(
        in = ParameterIn.HEADER,
        name = "If-Match",
        required = true,
        description =
                "The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had.",
        schema = @Schema(type = "string", example = "\"3\""))
@ApiResponse(
        responseCode = "200",
        description = "The job after the command.",
        headers = {
            @Header(name = "ETag", description = "For the next If-Match.", schema = @Schema(type = "string")),
            @Header(
                    name = "Idempotent-Replay",
                    description = "true if this is the answer to an earlier request with the same key.",
                    schema = @Schema(type = "string"))
        },
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = VisibleJob.class)))
@ApiResponse(
        responseCode = "400",
        description = "idempotency-key-missing; invalid-request: the fields are named in fields.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description = "job-not-found: there is none, or it is not visible to the technician (any more).",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "409",
        description =
                "A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again.",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = WorkProblem.class)))
@ApiResponse(
        responseCode = "412",
        description =
                "job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now.",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = WorkProblem.class)))
@ApiResponse(
        responseCode = "422",
        description = "idempotency-key-reused: another command had this key.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "428",
        description = "version-missing: the header If-Match is missing.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@interface Command {}
