package org.servicepartner.partner.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;

/** What an admin can change about the partner. */
@Schema(description = "The team's name and e-mail address")
record TeamDetails(
        @Schema(description = "How the team is shown to mobility providers", example = "Alpine Fitters")
        @NotBlank(message = "Give the team a name.")
        @Size(max = 100, message = "A team name has at most 100 characters.")
        String teamName,

        @Schema(description = "Where the team is reached", example = "team@alpine-fitters.example")
        @NotBlank(message = "Give an e-mail address.")
        @Email(message = "This is not an e-mail address.")
        @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        String teamEmail) {

    TeamDetails {
        teamName = Texts.name(teamName);
        teamEmail = Texts.email(teamEmail);
    }
}
