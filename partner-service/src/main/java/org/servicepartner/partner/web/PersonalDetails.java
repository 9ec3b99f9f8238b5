package org.servicepartner.partner.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;

/** Who the caller is. */
@Schema(description = "The caller's name")
record PersonalDetails(
        @Schema(example = "Alice")
        @NotBlank(message = "Give your first name.")
        @Size(max = 100, message = "A first name has at most 100 characters.")
        String firstName,

        @Schema(example = "Alpine")
        @NotBlank(message = "Give your last name.")
        @Size(max = 100, message = "A last name has at most 100 characters.")
        String lastName) {

    PersonalDetails {
        firstName = Texts.name(firstName);
        lastName = Texts.name(lastName);
    }
}
