package org.servicepartner.job.integration.consumed;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobField;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** Our copy of what FleetControl says about a job; which fields are there depends on the type of the message. */
record FleetControlJob(
        @Nullable String jobId,
        @Nullable String fleetId,
        @Nullable String partnerId,
        @Nullable String jobType,
        @Nullable String vin,
        @Nullable String licensePlate,
        @Nullable String customName,
        @Nullable String vehicleModel,
        @Nullable String telematicsUnitId,
        @Nullable String plannedServiceDate,
        @Nullable String configurationPreset,
        @Nullable String instructions) {
    private static final Pattern FLEET_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    String requiredJobId() {
        return requiredUuid("jobId", jobId);
    }

    String requiredFleetId() {
        if (!FLEET_ID.matcher(required("fleetId", fleetId)).matches()) {
            throw invalid("fleetId", "1 to 64 letters, digits, dots, hyphens or underscores");
        }
        return fleetId;
    }

    String requiredPartnerId() {
        return requiredUuid("partnerId", partnerId);
    }

    @Nullable
    String optionalPartnerId() {
        return partnerId == null ? null : requiredPartnerId();
    }

    /** @throws MessageRejectedException naming the first field that is not as it must be */
    JobDetails details() {
        return new JobDetails(
                allowed(JobField.JOB_TYPE, jobType),
                allowed(JobField.VIN, vin),
                allowed(JobField.LICENSE_PLATE, licensePlate),
                allowed(JobField.CUSTOM_NAME, customName),
                allowed(JobField.VEHICLE_MODEL, vehicleModel),
                allowed(JobField.TELEMATICS_UNIT_ID, telematicsUnitId),
                allowed(JobField.PLANNED_SERVICE_DATE, plannedServiceDate),
                allowed(JobField.CONFIGURATION_PRESET, configurationPreset),
                allowed(JobField.INSTRUCTIONS, instructions));
    }

    private static @Nullable String allowed(JobField field, @Nullable String value) {
        if (value != null && !field.takes(value)) {
            throw invalid(field.fieldName(), field.expected());
        }
        return field.written(value);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new MessageRejectedException("MISSING_FIELD", "The field " + field + " is missing");
        }
        return value;
    }

    /** In lower case. The JDK's parser is much faster than a pattern, but takes shortened groups too. */
    private static String requiredUuid(String field, @Nullable String value) {
        String lowerCase = required(field, value).toLowerCase(Locale.ROOT);
        if (!isUuid(lowerCase)) {
            throw invalid(field, "a UUID");
        }
        return lowerCase;
    }

    private static boolean isUuid(String lowerCase) {
        try {
            return UUID.fromString(lowerCase).toString().equals(lowerCase);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static MessageRejectedException invalid(String field, String expected) {
        return new MessageRejectedException("INVALID_FIELD", "The field " + field + " must be " + expected);
    }
}
