package org.servicepartner.job.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.job.view.TimelineEntry;
import org.servicepartner.job.view.VisibleJob;
import org.servicepartner.platform.problem.Problem;

/** What {@link org.servicepartner.job.work.WorkDesk} refuses with, for the description of the API. */
@Schema(name = "WorkProblem", description = "The refusal of a command.", allOf = Problem.class)
record WorkProblem(
        @Schema(description = "The job as it is now.") @Nullable
        VisibleJob job,

        @Schema(description = "With job-changed: what others have done since the version that was sent.") @Nullable
        List<TimelineEntry> changes) {}
