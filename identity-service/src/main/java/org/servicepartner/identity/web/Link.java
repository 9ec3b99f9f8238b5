package org.servicepartner.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Schema;

/** The link that somebody has got. */
@Schema(description = "The link of an invitation")
record Link(
        @Schema(description = "What stands after # in the link")
        @NotBlank(message = "The link is not complete.")
        @Size(max = 200, message = "The link is too long.")
        String token) {
    /** The token stays out of logs. */
    @Override
    public String toString() {
        return "Link";
    }
}
