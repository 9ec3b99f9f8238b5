package org.servicepartner.platform.problem;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** What every refusal looks like over HTTP, for the description of an API. {@link ProblemException} makes one. */
@Schema(name = "Problem", description = "A refusal as of RFC 9457.")
public record Problem(
        @Schema(
                requiredMode = REQUIRED,
                description = "urn:service-partner:problem: and the reason, by which a program tells it apart.",
                example = "urn:service-partner:problem:invalid-request")
        URI type,

        @Schema(requiredMode = REQUIRED, description = "The reason in a few words, always the same.")
        String title,

        @Schema(requiredMode = REQUIRED, description = "The HTTP status.")
        int status,

        @Schema(requiredMode = REQUIRED, description = "What happened, in a sentence for a person.")
        String detail,

        @Schema(requiredMode = REQUIRED, description = "What to do next, in a sentence for a person.")
        String advice,

        @Schema(description = "The path that was asked.") @Nullable
        URI instance,

        @Schema(description = "The parts of the request that are not as they must be, where the reason is one of them.")
        @Nullable
        List<InvalidField> fields) {

    /** A part of a request that is not as it must be. */
    @Schema(name = "InvalidField")
    public record InvalidField(
            @Schema(requiredMode = REQUIRED, description = "Name of the field or parameter.")
            String field,

            @Schema(requiredMode = REQUIRED, description = "What it must be.")
            String message) {}
}
