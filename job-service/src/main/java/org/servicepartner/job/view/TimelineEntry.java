package org.servicepartner.job.view;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.VehicleChecks;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** Something that happened to a job since it was given to the partner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something that happened to the job since it was given to the partner.")
public record TimelineEntry(
        @Schema(requiredMode = REQUIRED, description = "More types may come.")
        Type type,

        @Schema(
                requiredMode = REQUIRED,
                description = "When it happened; by the clock of the phone if a technician did it.")
        Instant at,

        @Schema(
                requiredMode = REQUIRED,
                description = "When it became known here; later than at if the phone had no reception.")
        Instant receivedAt,

        @Schema(
                requiredMode = REQUIRED,
                description = "A user, or FLEETCONTROL, or SYSTEM.",
                implementation = Object.class,
                oneOf = {Person.class, Program.class})
        Actor by,

        @Schema(description = "A code: why it failed, was given back, or was refused.", example = "CONNECTION_DELETED")
        @Nullable
        String reason,

        @Schema(description = "In the words of who did it.") @Nullable
        String comment,

        @Schema(
                description = "Of a configuration: SUCCEEDED or FAILED. Of a test: PASSED or FAILED.",
                allowableValues = {"SUCCEEDED", "PASSED", "FAILED"})
        @Nullable
        String outcome,

        @Schema(description = "Of a test.") @Nullable VehicleChecks checks) {

    static TimelineEntry of(
            Type type,
            JobEvent event,
            Instant receivedAt,
            Actor by,
            @Nullable String reason,
            @Nullable String comment) {
        return new TimelineEntry(type, event.happenedAt(), receivedAt, by, reason, comment, null, null);
    }

    /** What happened. */
    public enum Type {
        /** The provider gave the job to the partner. */
        ASSIGNED,
        /** The provider wanted to change, delete or reassign the job and was told that it cannot be any more. */
        CHANGE_REFUSED,
        /** A technician claimed it. */
        ACCEPTED,
        /** It is free again: the technician gave it back, or a rule took it from him. */
        RELEASED,
        /** A technician began to work on it. */
        STARTED,
        /** The telematics unit was configured, or not. */
        CONFIGURED,
        /** The vehicle was tested. */
        TESTED,
        SUCCEEDED,
        FAILED
    }
}
