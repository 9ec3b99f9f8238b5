package org.servicepartner.job.domain;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What has been filled in; anything may be missing. Values are as they were sent, after validation.
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
        @Nullable String instructions) {
    public static final JobDetails NOTHING = new JobDetails(null, null, null, null, null, null, null, null, null);

    /** The fields that have a value. */
    public Set<JobField> filled() {
        EnumSet<JobField> filled = EnumSet.noneOf(JobField.class);
        for (JobField field : JobField.values()) {
            if (field.of(this) != null) {
                filled.add(field);
            }
        }
        return filled;
    }

    /** These with the values of the others in their place, where the others have one. */
    public JobDetails with(JobDetails others) {
        return new JobDetails(
                either(others.jobType, jobType),
                either(others.vin, vin),
                either(others.licensePlate, licensePlate),
                either(others.customName, customName),
                either(others.vehicleModel, vehicleModel),
                either(others.telematicsUnitId, telematicsUnitId),
                either(others.plannedServiceDate, plannedServiceDate),
                either(others.configurationPreset, configurationPreset),
                either(others.instructions, instructions));
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
