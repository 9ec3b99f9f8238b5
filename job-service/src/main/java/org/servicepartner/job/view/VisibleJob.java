package org.servicepartner.job.view;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as SmartControl gets it, over HTTP, the live stream and Kafka alike. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A job that the partner's technicians may see. Absent fields have not been filled in by anybody yet.")
public record VisibleJob(
        @Schema(description = "UUID given by FleetControl") String jobId,
        String fleetId,

        @Schema(description = "Name of the fleet, if the provider gave one") @Nullable
        String fleetName,

        @Schema(description = "Name of the mobility provider") @Nullable
        String providerName,

        String partnerId,

        @Schema(allowableValues = {"ASSIGNED", "RUNNING", "SUCCEEDED", "FAILED"})
        String status,

        @Schema(description = "Rises with every change of the job")
        long version,

        @Schema(allowableValues = {"INSTALLATION", "MAINTENANCE"}) @Nullable
        String jobType,

        @Schema(description = "17 characters, ISO 3779 alphabet") @Nullable
        String vin,

        @Nullable String licensePlate,
        @Nullable String customName,
        @Nullable String vehicleModel,

        @Schema(description = "QNR: 16 hex digits, upper case") @Nullable
        String telematicsUnitId,

        @Schema(description = "ISO 8601 date, yyyy-MM-dd") @Nullable
        String plannedServiceDate,

        @Nullable String configurationPreset,
        @Nullable String instructions,

        @Schema(description = "Whether technicians may change what the provider filled in")
        boolean overrideAllowed,

        @Schema(
                description =
                        "Names of the fields that the provider has filled in: read-only for technicians, unless overrideAllowed",
                example = "[\"vin\", \"licensePlate\"]")
        List<String> providerFields,

        @Schema(description = "The technician who has accepted it, and works or has worked on it") @Nullable
        String technicianId,

        @Schema(description = "Absent until a technician has accepted it") @Nullable
        JobProgress progress,

        @Schema(description = "When the provider gave the job to the partner, UTC")
        Instant assignedAt,

        @Schema(description = "When the job last changed, UTC")
        Instant changedAt,

        @JsonIgnore String connectionId,
        @JsonIgnore long position,
        @JsonIgnore long visibleSince,
        @JsonIgnore long changedIndex) {}
