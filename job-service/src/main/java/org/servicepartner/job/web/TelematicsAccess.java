package org.servicepartner.job.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.job.view.VehicleAccesses;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

@RestController
@RequestMapping("/api/telematics/v1/vehicle-access")
@TelematicsPlatformOnly
@Tag(name = "Vehicle access", description = "For the telematics platform: may this technician reach this vehicle now?")
@ApiResponse(
        responseCode = "403",
        description = "not-the-telematics-platform",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = ProblemDetail.class)))
class TelematicsAccess {
    private final VehicleAccesses accesses;

    TelematicsAccess(VehicleAccesses accesses) {
        this.accesses = accesses;
    }

    /** Why somebody may not. */
    enum Reason {
        NO_RUNNING_JOB("The technician has no running job on this vehicle."),
        CONNECTION_ENDED("The connection between the fleet and the technician's team has ended."),
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
    @Schema(name = "VehicleAccess")
    record Access(
            @Schema(requiredMode = REQUIRED) boolean allowed,

            @Schema(description = "Since when, if allowed.") @Nullable
            Instant since,

            @Schema(description = "The jobs that give access, if allowed.") @Nullable
            List<Ground> because,

            @Schema(description = "Why not, if not allowed.") @Nullable
            List<Denial> reasons) {}

    @GetMapping
    @Operation(
            operationId = "getVehicleAccess",
            summary = "Whether a technician may reach a vehicle at this moment",
            description =
                    "True if and only if a job of the technician on the vehicle is RUNNING, the connection under which it runs is accepted, and the technician is active. Asked anew every time; nothing is kept.")
    @ApiResponse(responseCode = "200", description = "The answer of this moment.", useReturnTypeSchema = true)
    Access access(@RequestParam String technicianId, @RequestParam String vin) {
        List<VehicleAccesses.RunningJob> running = accesses.of(technicianId, vin);
        List<Ground> grounds = running.stream()
                .filter(VehicleAccesses.RunningJob::givesAccess)
                .map(job -> new Ground(job.jobId(), job.fleetId(), job.partnerId(), job.since()))
                .toList();
        if (!grounds.isEmpty()) {
            return new Access(true, grounds.getFirst().since, grounds, null);
        }
        List<Denial> denials = running.isEmpty()
                ? List.of(Denial.of(null, Reason.NO_RUNNING_JOB))
                : running.stream()
                        .map(job -> Denial.of(
                                job.jobId(), job.connected() ? Reason.TECHNICIAN_NOT_ACTIVE : Reason.CONNECTION_ENDED))
                        .toList();
        return new Access(false, null, null, denials);
    }
}
