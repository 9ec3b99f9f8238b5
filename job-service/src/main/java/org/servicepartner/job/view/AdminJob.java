package org.servicepartner.job.view;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** A job in the list of a partner's admin. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A job as the admins of its partner see it. Absent fields have not been filled in by anybody yet.")
public record AdminJob(
        @Schema(requiredMode = REQUIRED, description = "UUID given by FleetControl.")
        String jobId,

        @Schema(requiredMode = REQUIRED) String fleetId,
        @Nullable String fleetName,

        @Schema(description = "The mobility provider.") @Nullable
        String providerName,

        @Schema(
                requiredMode = REQUIRED,
                allowableValues = {"ASSIGNED", "RUNNING", "SUCCEEDED", "FAILED"})
        String status,

        @Schema(allowableValues = {"INSTALLATION", "MAINTENANCE"}) @Nullable
        String jobType,

        @Nullable String vin,
        @Nullable String licensePlate,
        @Nullable String customName,
        @Nullable String vehicleModel,

        @Schema(description = "ISO 8601 date, yyyy-MM-dd.", format = "date") @Nullable
        String plannedServiceDate,

        @Schema(description = "Who works or has worked on it.") @Nullable
        Person technician,

        @Schema(requiredMode = REQUIRED, description = "When the provider gave the job to the partner.")
        Instant assignedAt,

        @Schema(requiredMode = REQUIRED, description = "When the job last changed.")
        Instant changedAt,

        @Schema(description = "A code; only of failed jobs.", example = "CONNECTION_DELETED") @Nullable
        String failureReason,

        @JsonIgnore long changedIndex) {}
