package org.servicepartner.identity.web;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.view.UserEntry;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** A user as the admins of the partner see it. */
@Schema(name = "User", description = "A user of the partner")
record UserResource(
        @Schema(format = "uuid", requiredMode = REQUIRED) String userId,

        @Schema(format = "email", description = "The log-in address; missing of a user who was erased") @Nullable
        String email,

        @Schema(description = "Missing as long as a first admin has not given it, and of a user who was erased")
        @Nullable
        String firstName,

        @Schema(description = "Missing as long as a first admin has not given it, and of a user who was erased")
        @Nullable
        String lastName,

        @Schema(
                description = "What the user does for the partner",
                allowableValues = {"ADMIN", "TECHNICIAN"},
                requiredMode = REQUIRED)
        String role,

        @Schema(
                description = "INVITED until the person has registered, ACTIVE until removed",
                allowableValues = {"INVITED", "ACTIVE", "REMOVED"},
                requiredMode = REQUIRED)
        String state,

        @Schema(description = "Only of an invited user") @Nullable
        Invitation invitation,

        @Schema(description = "Whether this is the caller", requiredMode = REQUIRED)
        boolean you) {
    static UserResource of(UserEntry user, String callerId, Instant now) {
        return new UserResource(
                user.userId(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.role(),
                user.state(),
                Invitation.of(user, now),
                user.userId().equals(callerId));
    }

    /** The open invitation of a user. */
    @Schema(name = "OpenInvitation", description = "The latest invitation of a user who has not registered yet")
    record Invitation(
            @Schema(requiredMode = REQUIRED) Instant invitedAt,

            @Schema(description = "From then on the link is of no use", requiredMode = REQUIRED)
            Instant expiresAt,

            @Schema(description = "Whether that is now: send the invitation again", requiredMode = REQUIRED)
            boolean expired) {
        private static @Nullable Invitation of(UserEntry user, Instant now) {
            return user.invitedAt() == null || user.invitationExpiresAt() == null
                    ? null
                    : new Invitation(
                            user.invitedAt(), user.invitationExpiresAt(), !now.isBefore(user.invitationExpiresAt()));
        }
    }
}
