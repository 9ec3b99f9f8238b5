package org.servicepartner.identity.view;

import io.swagger.v3.oas.annotations.media.Schema;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/**
 * A user as the admins of the partner see it.
 *
 * @param role ADMIN or TECHNICIAN
 * @param state ACTIVE or REMOVED
 */
@Schema(description = "A user of the partner")
public record UserEntry(
        @Schema(format = "uuid", requiredMode = REQUIRED) String userId,

        @Schema(format = "email", description = "The log-in address", requiredMode = REQUIRED)
        String email,

        @Schema(requiredMode = REQUIRED) String firstName,

        @Schema(requiredMode = REQUIRED) String lastName,

        @Schema(
                description = "What the user does for the partner",
                allowableValues = {"ADMIN", "TECHNICIAN"},
                requiredMode = REQUIRED)
        String role,

        @Schema(
                description = "Whether the user belongs to the partner now",
                allowableValues = {"ACTIVE", "REMOVED"},
                requiredMode = REQUIRED)
        String state) {}
