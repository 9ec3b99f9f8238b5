package org.servicepartner.identity.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.EventName;

/** What has happened to a user account, as it is stored. */
public sealed interface UserEvent {
    String userId();

    String partnerId();

    /**
     * Told again with another invitation id when the invitation was replaced.
     *
     * @param kind FIRST_ADMIN or COLLEAGUE
     * @param invitedBy name of the admin who invited a colleague
     * @param contactEmail of the mobility provider or the admin, for questions about the invitation; null if not known
     * @param resent whether it replaces an earlier invitation of this user
     */
    @EventName("user.invited.v1")
    record Invited(
            String userId,
            String partnerId,
            String invitationId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String role,
            String language,
            String kind,
            @Nullable String providerName,
            @Nullable String fleetName,
            @Nullable String invitedBy,
            @Nullable String contactEmail,
            boolean resent,
            Instant expiresAt,
            Instant invitedAt)
            implements UserEvent {}

    @EventName("user.invited-role-changed.v1")
    record InvitedRoleChanged(String userId, String partnerId, String role, Instant changedAt) implements UserEvent {}

    @EventName("user.invitation-revoked.v1")
    record InvitationRevoked(String userId, String partnerId, String invitationId, Instant revokedAt)
            implements UserEvent {}

    /**
     * @param language null for accounts without an invitation
     * @param invitationId null for accounts without an invitation
     */
    @EventName("user.activated.v1")
    record Activated(
            String userId,
            String partnerId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String role,
            @Nullable String language,
            @Nullable String invitationId,
            Instant activatedAt)
            implements UserEvent {}

    @EventName("user.renamed.v1")
    record Renamed(String userId, String partnerId, String firstName, String lastName, Instant renamedAt)
            implements UserEvent {}

    @EventName("user.role-changed.v1")
    record RoleChanged(String userId, String partnerId, String role, Instant changedAt) implements UserEvent {}

    @EventName("user.removed.v1")
    record Removed(String userId, String partnerId, Instant removedAt) implements UserEvent {}
}
