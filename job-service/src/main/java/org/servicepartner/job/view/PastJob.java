package org.servicepartner.job.view;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** A job as the support team sees it: what happened, and nothing of what is in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SupportJob", description = "A job and what happened to it since it was given to a partner.")
public record PastJob(
        @Schema(requiredMode = REQUIRED) String jobId,
        @Schema(requiredMode = REQUIRED) String fleetId,
        @Nullable String partnerId,
        @Schema(requiredMode = REQUIRED) String status,
        @Schema(requiredMode = REQUIRED) List<TimelineEntry> timeline) {}
