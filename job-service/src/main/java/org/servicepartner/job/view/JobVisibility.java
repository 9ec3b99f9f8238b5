package org.servicepartner.job.view;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** Who could see a job at a moment, who could reach its vehicle, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Who could see a job at a moment, who could reach its vehicle, and the events that decided it.")
public record JobVisibility(
        @Schema(requiredMode = REQUIRED) String jobId,
        @Schema(requiredMode = REQUIRED) Instant at,

        @Schema(requiredMode = REQUIRED, description = "Whether any technician could see it.")
        boolean visible,

        @Schema(requiredMode = REQUIRED) List<Person> technicians,
        @Nullable Access access,
        @Schema(requiredMode = REQUIRED) List<Because> because) {

    /** The right of a technician to reach a vehicle. */
    @Schema(name = "PastAccess", description = "Who could reach the vehicle because of the job.")
    public record Access(
            @Schema(requiredMode = REQUIRED) String technicianId,
            @Schema(requiredMode = REQUIRED) String vin,
            @Schema(requiredMode = REQUIRED) Instant since) {}

    /** A stored event, and what it means; without one if it is an event that had not happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "DecidingEvent",
            description = "A stored event and what it means; only a sentence if nothing had happened.")
    public record Because(
            @Nullable String eventId,
            @Nullable String type,
            @Nullable Instant at,
            @Schema(requiredMode = REQUIRED) String sentence) {
        static Because of(Past.Fact fact, String sentence) {
            return new Because(fact.eventId(), fact.type(), fact.at(), sentence);
        }

        static Because nothing(String sentence) {
            return new Because(null, null, null, sentence);
        }
    }
}
