package org.servicepartner.identity.web;

import java.util.Locale;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;

import org.servicepartner.identity.domain.Role;

/** Somebody who is to be invited. */
@Schema(description = "Somebody who is to be invited")
record NewUser(
        @NotBlank(message = "Give the first name.")
        @Size(max = 100, message = "A first name has at most 100 characters.")
        String firstName,

        @NotBlank(message = "Give the last name.") @Size(max = 100, message = "A last name has at most 100 characters.")
        String lastName,

        @Schema(
                description =
                        "Where the invitation is sent, and the address to log in with; letter case does not matter")
        @NotBlank(message = "Give an e-mail address.")
        @Email(regexp = ".+@[^@\\s]+\\.[^@\\s.]+", message = "This is not an e-mail address.")
        @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        String email,

        @Schema(description = "ADMIN manages settings, users and connections; TECHNICIAN works on jobs in SmartControl")
        @NotNull(message = "Name the role: ADMIN or TECHNICIAN.")
        Role role,

        @Schema(
                description = "The language of the invitation",
                allowableValues = {"en", "de"})
        @NotNull(message = "Name the language: en or de.")
        @Pattern(regexp = "en|de", message = "The language must be en or de.")
        String language) {
    NewUser {
        firstName = firstName == null ? "" : firstName.strip();
        lastName = lastName == null ? "" : lastName.strip();
        email = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }
}
