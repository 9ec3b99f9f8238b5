package org.servicepartner.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;

/** First and last name of the caller. */
@Schema(description = "First and last name")
record PersonName(
        @NotBlank(message = "Give your first name.")
        @Size(max = 100, message = "A first name has at most 100 characters.")
        String firstName,

        @NotBlank(message = "Give your last name.")
        @Size(max = 100, message = "A last name has at most 100 characters.")
        String lastName) {
    PersonName {
        firstName = firstName == null ? "" : firstName.strip();
        lastName = lastName == null ? "" : lastName.strip();
    }
}
