package org.servicepartner.job.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** A user. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A user. The names are absent as long as nobody has told them, and of a user who was erased.")
public record Person(
        @Schema(requiredMode = REQUIRED) String userId,
        @Nullable String firstName,
        @Nullable String lastName,

        @Schema(description = "True of a user who was erased; otherwise absent.") @Nullable
        Boolean erased)
        implements Actor {}
