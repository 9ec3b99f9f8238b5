package org.servicepartner.partner.nda;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** The non-disclosure agreement of one version in one language. */
@Schema(description = "The non-disclosure agreement that is offered for signature")
public record NdaDocument(
        @Schema(description = "The day since which it is offered", example = "2026-11-01", requiredMode = REQUIRED)
        String version,

        @Schema(example = "en", requiredMode = REQUIRED) String language,

        @Schema(requiredMode = REQUIRED) String title,

        @Schema(
                description = "SHA-256 of the text, 64 hexadecimal digits; a signature repeats it",
                requiredMode = REQUIRED)
        String documentHash,

        @Schema(requiredMode = REQUIRED) List<NdaSection> sections) {

    static NdaDocument of(String version, String language, String title, List<NdaSection> sections) {
        return new NdaDocument(
                version, language, title, CanonicalText.hash(version, language, title, sections), sections);
    }
}
