package org.servicepartner.job.web;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.job.view.JobHistory;
import org.servicepartner.job.view.VehicleAccesses;
import org.servicepartner.platform.problem.Problem;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@RestController
@RequestMapping("/api/telematics/v1/vehicle-access")
@TelematicsPlatformOnly
@Tag(name = "Vehicle access", description = "For the telematics platform: may this technician reach this vehicle now?")
@ApiResponse(
        responseCode = "401",
        description = "unauthenticated: there is no valid access token.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description = "not-the-telematics-platform: the token is another client's or a user's.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
class TelematicsAccess {
    private static final String NO_CONTROL_CHARACTERS = "\\P{Cc}{1,64}";

    private final VehicleAccesses accesses;
    private final JobHistory history;

    TelematicsAccess(VehicleAccesses accesses, JobHistory history) {
        this.accesses = accesses;
        this.history = history;
    }

    /** Why somebody may not. */
    enum Reason {
        NO_RUNNING_JOB("The technician has no running job on this vehicle."),
        CONNECTION_ENDED("The connection between the fleet and the technician's team has ended."),
        OTHER_FLEET("The technician's running job on this vehicle is one of another fleet."),
        TECHNICIAN_NOT_ACTIVE("The technician is not an active technician of the team.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    @Schema(name = "AccessGround", description = "A job that gives access.")
    record Ground(
            @Schema(requiredMode = REQUIRED) String jobId,
            @Schema(requiredMode = REQUIRED) String fleetId,
            @Schema(requiredMode = REQUIRED) String partnerId,
            @Schema(requiredMode = REQUIRED) Instant since) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AccessDenial")
    record Denial(
            @Schema(description = "A running job that gives no access.") @Nullable
            String jobId,

            @Schema(requiredMode = REQUIRED) Reason reason,
            @Schema(requiredMode = REQUIRED) String sentence) {
        static Denial of(@Nullable String jobId, Reason reason) {
            return new Denial(jobId, reason, reason.sentence);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LastWork", description = "How the technician's last work on the vehicle ended.")
    record Last(
            @Schema(requiredMode = REQUIRED) String jobId,
            @Schema(requiredMode = REQUIRED) String fleetId,

            @Schema(
                    requiredMode = REQUIRED,
                    description =
                            "Of the technician's work. RELEASED: given back, or taken by a rule; the job may go on with somebody else.")
            JobHistory.Ending status,

            @Schema(
                    description = "A code: why it failed or was released. TECHNICIAN: by the technician's own hand.",
                    example = "CONNECTION_DELETED")
            @Nullable
            String reason,

            @Schema(requiredMode = REQUIRED, description = "When this service recorded it.")
            Instant endedAt) {
        static Last of(JobHistory.LastWork work) {
            return new Last(work.jobId(), work.fleetId(), work.how(), work.reason(), work.endedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VehicleAccess")
    record Access(
            @Schema(requiredMode = REQUIRED) boolean allowed,

            @Schema(description = "Since when, if allowed.") @Nullable
            Instant since,

            @Schema(description = "The jobs that give access, if allowed.") @Nullable
            List<Ground> because,

            @Schema(description = "Why not, if not allowed.") @Nullable
            List<Denial> reasons,

            @Schema(
                    description =
                            "With NO_RUNNING_JOB: how the technician's last work on the vehicle ended; absent if there was none.")
            @Nullable
            Last lastWork) {}

    @GetMapping
    @Operation(
            operationId = "getVehicleAccess",
            summary = "Whether a technician may reach a vehicle at this moment",
            description =
                    "True if and only if a job of the technician on the vehicle is RUNNING, the connection under which it runs is accepted, and the technician is active. Asked anew every time; nothing is kept. Where the provider has not filled in the VIN, it is the one that the technician has typed or scanned, which may be of somebody else's vehicle: therefore only jobs of the fleet count to which the vehicle belongs.")
    @ApiResponse(responseCode = "200", description = "The answer of this moment.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "bad-request, invalid-request: a parameter is missing or not as it must be.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    Access access(
            @RequestParam @Pattern(regexp = NO_CONTROL_CHARACTERS) String technicianId,
            @RequestParam @Pattern(regexp = NO_CONTROL_CHARACTERS) String vin,
            @Parameter(
                            description =
                                    "The fleet to which the vehicle belongs, as the telematics platform knows it: only its jobs count.")
                    @RequestParam
                    @Pattern(regexp = NO_CONTROL_CHARACTERS)
                    String fleetId) {
        List<VehicleAccesses.RunningJob> running = accesses.of(technicianId, vin);
        List<Ground> grounds = running.stream()
                .filter(job -> job.givesAccess() && job.fleetId().equals(fleetId))
                .map(job -> new Ground(job.jobId(), job.fleetId(), job.partnerId(), job.since()))
                .toList();
        if (!grounds.isEmpty()) {
            return new Access(true, grounds.getFirst().since, grounds, null, null);
        }
        if (running.isEmpty()) {
            Last last = history.lastWork(technicianId, vin).map(Last::of).orElse(null);
            return new Access(false, null, null, List.of(Denial.of(null, Reason.NO_RUNNING_JOB)), last);
        }
        List<Denial> denials =
                running.stream().map(job -> Denial.of(job.jobId(), whyNot(job))).toList();
        return new Access(false, null, null, denials, null);
    }

    private static Reason whyNot(VehicleAccesses.RunningJob job) {
        if (!job.connected()) {
            return Reason.CONNECTION_ENDED;
        }
        return job.active() ? Reason.OTHER_FLEET : Reason.TECHNICIAN_NOT_ACTIVE;
    }
}
