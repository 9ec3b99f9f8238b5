package org.servicepartner.identity.view;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A user now.
 *
 * @param email null of a user who was erased
 * @param firstName null as long as a first admin has not said it, and of a user who was erased
 * @param lastName null as long as a first admin has not said it, and of a user who was erased
 * @param role ADMIN or TECHNICIAN
 * @param state INVITED, ACTIVE or REMOVED
 * @param invitedAt when the open invitation was sent; null if there is none
 * @param invitationExpiresAt when the open invitation ends; null if there is none
 */
public record UserEntry(
        String userId,
        String partnerId,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String role,
        String state,
        @Nullable Instant invitedAt,
        @Nullable Instant invitationExpiresAt) {
    public boolean isActive() {
        return state.equals("ACTIVE");
    }

    public boolean isErased() {
        return email == null;
    }

    /** First and last name, or the address of who has not given them. */
    public String displayName() {
        return firstName == null || lastName == null ? email : firstName + " " + lastName;
    }
}
