package org.servicepartner.partner.view;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/**
 * What a partner signed last.
 *
 * @param signedByName null if no name was known when it was signed, or the signer was erased
 * @param outdated whether a newer version is to be signed
 */
@Schema(description = "The NDA that the partner signed last")
public record SignedNda(
        @Schema(example = "2026-11-01", requiredMode = REQUIRED)
        String version,

        @Schema(requiredMode = REQUIRED) Instant signedAt,

        @Schema(format = "uuid", description = "The user who signed", requiredMode = REQUIRED)
        String signedBy,

        @Schema(description = "The signer's name when it was signed; absent of a signer who was erased") @Nullable
        String signedByName,

        @Schema(requiredMode = REQUIRED) String companyName,
        @Schema(requiredMode = REQUIRED) String street,
        @Schema(requiredMode = REQUIRED) String zipCity,
        @Schema(requiredMode = REQUIRED) String representative,

        @Schema(description = "Whether a newer version is to be signed", requiredMode = REQUIRED)
        boolean outdated) {}
