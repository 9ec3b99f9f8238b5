package org.servicepartner.job.view;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.VehicleChecks;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** How far the technicians' work on a job has come. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "How far the work has come. Times are those of the phone on which it was done. A job that was given back"
                        + " keeps its last configuration, unless it goes on in another vehicle.")
public record JobProgress(
        @Schema(description = "Only while a technician holds the job.") @Nullable
        Instant acceptedAt,

        @Nullable Instant startedAt,

        @Schema(description = "The last one.") @Nullable Configuration configuration,

        @Schema(description = "The last one since the configuration.") @Nullable
        Test test,

        @Nullable Instant endedAt,

        @Schema(description = "A code; only of failed jobs.", example = "CONNECTION_DELETED") @Nullable
        String failureReason,

        @Schema(description = "In the words of the technician who gave up.") @Nullable
        String comment) {
    static final JobProgress NONE = new JobProgress(null, null, null, null, null, null, null);

    /** What came of a configuration of the telematics unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnitConfiguration")
    public record Configuration(
            @Schema(
                    requiredMode = REQUIRED,
                    allowableValues = {"SUCCEEDED", "FAILED"})
            String outcome,

            @Nullable String message,
            @Schema(requiredMode = REQUIRED) Instant at) {}

    /** What came of a test of the vehicle. */
    @Schema(name = "VehicleTest")
    public record Test(
            @Schema(requiredMode = REQUIRED, description = "Whether all checks passed.")
            boolean passed,

            @Schema(requiredMode = REQUIRED) VehicleChecks checks,
            @Schema(requiredMode = REQUIRED) Instant at) {}

    /** @param known what is filled in before the event */
    JobProgress after(JobEvent event, JobDetails known) {
        return switch (event) {
            case JobEvent.Accepted accepted ->
                new JobProgress(accepted.doneAt(), null, configuration, null, null, null, null);
            case JobEvent.Released released -> new JobProgress(null, null, configuration, null, null, null, null);
            case JobEvent.Started started ->
                new JobProgress(
                        acceptedAt,
                        started.happenedAt(),
                        started.bringsAnotherVehicleThan(known) ? null : configuration,
                        null,
                        null,
                        null,
                        null);
            case JobEvent.Configured done ->
                new JobProgress(
                        acceptedAt,
                        startedAt,
                        new Configuration(done.outcome(), done.message(), done.doneAt()),
                        null,
                        null,
                        null,
                        null);
            case JobEvent.Tested done ->
                new JobProgress(
                        acceptedAt,
                        startedAt,
                        configuration,
                        new Test(done.passed(), done.checks(), done.doneAt()),
                        null,
                        null,
                        null);
            case JobEvent.Succeeded done ->
                new JobProgress(acceptedAt, startedAt, configuration, test, done.doneAt(), null, null);
            case JobEvent.Failed failed ->
                new JobProgress(
                        acceptedAt,
                        startedAt,
                        configuration,
                        test,
                        failed.happenedAt(),
                        failed.reason(),
                        failed.comment());
            default -> this;
        };
    }

    @JsonIgnore
    boolean isNone() {
        return equals(NONE);
    }
}
