package org.servicepartner.identity.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.view.UserEntry;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** The caller's own account. */
@Schema(name = "Me", description = "The caller's own account")
record MeResource(
        @Schema(format = "uuid", requiredMode = REQUIRED) String userId,

        @Schema(format = "email", description = "The log-in address", requiredMode = REQUIRED)
        String email,

        @Schema(description = "Missing as long as it has not been given") @Nullable
        String firstName,

        @Schema(description = "Missing as long as it has not been given") @Nullable
        String lastName,

        @Schema(
                allowableValues = {"ADMIN", "TECHNICIAN"},
                requiredMode = REQUIRED)
        String role) {
    static MeResource of(UserEntry user) {
        return new MeResource(user.userId(), user.email(), user.firstName(), user.lastName(), user.role());
    }
}
