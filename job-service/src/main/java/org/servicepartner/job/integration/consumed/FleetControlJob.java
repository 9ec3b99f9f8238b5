package org.servicepartner.job.integration.consumed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
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
    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    private static final Pattern UNIT_ID = Pattern.compile("[0-9A-Fa-f]{16}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> JOB_TYPES = Set.of("INSTALLATION", "MAINTENANCE");

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
        if (jobType != null && !JOB_TYPES.contains(jobType)) {
            throw invalid("jobType", "INSTALLATION or MAINTENANCE");
        }
        if (vin != null && !VIN.matcher(vin).matches()) {
            throw invalid("vin", "17 capital letters (without I, O and Q) or digits");
        }
        if (telematicsUnitId != null && !UNIT_ID.matcher(telematicsUnitId).matches()) {
            throw invalid("telematicsUnitId", "16 hex digits");
        }
        return new JobDetails(
                jobType,
                vin,
                text("licensePlate", licensePlate, 20),
                text("customName", customName, 100),
                text("vehicleModel", vehicleModel, 100),
                telematicsUnitId == null ? null : telematicsUnitId.toUpperCase(Locale.ROOT),
                date(),
                text("configurationPreset", configurationPreset, 100),
                text("instructions", instructions, 4_000));
    }

    private @Nullable String date() {
        if (plannedServiceDate == null) {
            return null;
        }
        if (!DATE.matcher(plannedServiceDate).matches()) {
            throw invalid("plannedServiceDate", "a date of the form 2026-03-31");
        }
        try {
            return LocalDate.parse(plannedServiceDate).toString();
        } catch (DateTimeException e) {
            throw invalid("plannedServiceDate", "a date of the form 2026-03-31");
        }
    }

    private static @Nullable String text(String field, @Nullable String value, int longest) {
        if (value != null && (value.isBlank() || value.codePointCount(0, value.length()) > longest)) {
            throw invalid(field, "1 to %d characters, not only spaces".formatted(longest));
        }
        return value;
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
