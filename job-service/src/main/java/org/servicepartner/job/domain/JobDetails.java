package org.servicepartner.job.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the provider has filled in; anything may be missing. Values are as they were sent, after validation.
 *
 * @param jobType {@code INSTALLATION} or {@code MAINTENANCE}
 * @param vin 17 characters
 * @param telematicsUnitId 16 hex digits in upper case
 * @param plannedServiceDate ISO date
 */
public record JobDetails(
        @Nullable String jobType,
        @Nullable String vin,
        @Nullable String licensePlate,
        @Nullable String customName,
        @Nullable String vehicleModel,
        @Nullable String telematicsUnitId,
        @Nullable String plannedServiceDate,
        @Nullable String configurationPreset,
        @Nullable String instructions) {}
