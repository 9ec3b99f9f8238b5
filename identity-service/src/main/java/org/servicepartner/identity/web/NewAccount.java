package org.servicepartner.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody registers with. */
@Schema(description = "What is needed to register")
record NewAccount(
        @Schema(description = "What stands after # in the link")
        @NotBlank(message = "The link is not complete.")
        @Size(max = 200, message = "The link is too long.")
        String token,

        @Schema(format = "password", description = "The password to log in with from now on")
        @NotBlank(message = "Choose a password.")
        @Size(max = 1000, message = "The password is too long.")
        String password,

        @Schema(
                description = "What the person is to be written to in",
                allowableValues = {"en", "de"})
        @NotNull(message = "Name the language: en or de.")
        @Pattern(regexp = "en|de", message = "The language must be en or de.")
        String language) {
    /** Token and password stay out of logs. */
    @Override
    public String toString() {
        return "NewAccount";
    }
}
