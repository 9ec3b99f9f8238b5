package org.servicepartner.job.view;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** Something that happened to a job since it was given to the partner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something that happened to the job since it was given to the partner.")
public record TimelineEntry(
        @Schema(requiredMode = REQUIRED, description = "More types may come.")
        Type type,

        @Schema(requiredMode = REQUIRED) Instant at,

        @Schema(
                requiredMode = REQUIRED,
                description = "A user, or FLEETCONTROL, or SYSTEM.",
                implementation = Object.class,
                oneOf = {Person.class, Program.class})
        Actor by,

        @Schema(description = "A code: why it failed, or why it was refused.", example = "CONNECTION_DELETED") @Nullable
        String reason,

        @Schema(description = "In the words of who did it.") @Nullable
        String comment) {

    /** What happened. */
    public enum Type {
        /** The provider gave the job to the partner. */
        ASSIGNED,
        /** The provider wanted to change, delete or reassign the job and was told that it cannot be any more. */
        CHANGE_REFUSED,
        /** A technician began to work on it. */
        STARTED,
        FAILED
    }
}
