package org.servicepartner.notification.domain;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A link that lets one person register, once.
 *
 * @param email in lower case; the link is bound to it
 * @param providerName who asked for the partner's first admin; nothing if a colleague invites
 * @param invitedById the colleague who invites; null if that is not told
 * @param invitedBy name of that colleague
 */
public record Invitation(
        UUID userId,
        UUID partnerId,
        String invitationId,
        Kind kind,
        String email,
        Language language,
        Role role,
        @Nullable String firstName,
        @Nullable String providerName,
        @Nullable String fleetName,
        @Nullable UUID invitedById,
        @Nullable String invitedBy,
        Instant invitedAt,
        Instant expiresAt) {
    public enum Kind {
        FIRST_ADMIN,
        COLLEAGUE
    }

    /** The letter that brings the link. */
    public Letter letter(@Nullable String teamName) {
        return switch (kind) {
            case FIRST_ADMIN -> new Letter.CompleteRegistration(invitationId, providerName, fleetName, expiresAt);
            case COLLEAGUE ->
                new Letter.UserInvitation(invitationId, role, firstName, teamName, invitedById, invitedBy, expiresAt);
        };
    }

    /** The letter that reminds of it. */
    public Letter reminder(@Nullable String teamName) {
        return new Letter.InvitationExpiring(invitationId, firstName, teamName, providerName, fleetName, expiresAt);
    }
}
