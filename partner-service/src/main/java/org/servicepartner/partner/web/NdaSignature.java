package org.servicepartner.partner.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.partner.domain.Company;
import org.servicepartner.partner.domain.NdaEdition;

/** The electronic signature: which text, for which company, by whom it is represented. */
@Schema(
        description =
                "The electronic signature; version, language and documentHash are those of the text that was shown")
record NdaSignature(
        @Schema(example = "2026-11-01") @NotBlank(message = "Name the version of the text that is signed.")
        String version,

        @Schema(example = "en")
        @NotNull(message = "Name the language of the text that is signed.")
        @Pattern(regexp = NdaController.LANGUAGES, message = NdaController.NO_SUCH_LANGUAGE)
        String language,

        @Schema(description = "As the shown text has it")
        @NotBlank(message = "Name the hash of the text that is signed.")
        String documentHash,

        @Schema(example = "Alpine Fitters GmbH")
        @NotBlank(message = "Give the company's name.")
        @Size(max = 200, message = "A company name has at most 200 characters.")
        @Printable
        String companyName,

        @Schema(example = "Bergstraße 7")
        @NotBlank(message = "Give street and number.")
        @Size(max = 200, message = "Street and number have at most 200 characters.")
        @Printable
        String street,

        @Schema(example = "6020 Innsbruck")
        @NotBlank(message = "Give ZIP code and city.")
        @Size(max = 200, message = "ZIP code and city have at most 200 characters.")
        @Printable
        String zipCity,

        @Schema(example = "Alice Alpine")
        @NotBlank(message = "Give the representative's name.")
        @Size(max = 200, message = "A representative's name has at most 200 characters.")
        @Printable
        String representative,

        @Schema(description = "Must be true")
        @NotNull(message = "Confirm that you agree.")
        @AssertTrue(message = "Confirm that you agree.")
        @Nullable
        Boolean agreed) {

    NdaSignature {
        companyName = Texts.name(companyName);
        street = Texts.name(street);
        zipCity = Texts.name(zipCity);
        representative = Texts.name(representative);
    }

    NdaEdition edition() {
        return new NdaEdition(version, language, documentHash);
    }

    Company company() {
        return new Company(companyName, street, zipCity, representative);
    }
}
