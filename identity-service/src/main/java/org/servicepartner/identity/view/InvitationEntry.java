package org.servicepartner.identity.view;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.domain.LinkRule;

/**
 * An invitation and the user it is for, as both are now.
 *
 * @param role ADMIN or TECHNICIAN
 * @param kind FIRST_ADMIN or COLLEAGUE
 * @param providerName the mobility provider that asked for a first admin
 * @param fleetName the fleet it asked for
 * @param invitedBy name of the admin who invited a colleague
 * @param contactEmail whom to ask about the invitation
 * @param state OPEN, USED, REVOKED or REPLACED
 */
public record InvitationEntry(
        String invitationId,
        String userId,
        String partnerId,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String role,
        String kind,
        @Nullable String providerName,
        @Nullable String fleetName,
        @Nullable String invitedBy,
        @Nullable String contactEmail,
        Instant invitedAt,
        Instant expiresAt,
        String state) {
    /** Until when the invited can have another link sent. */
    public Instant renewableUntil() {
        return LinkRule.endOfRenewals(invitedAt, expiresAt);
    }
}
