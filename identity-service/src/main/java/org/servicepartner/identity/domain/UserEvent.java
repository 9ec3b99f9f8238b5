package org.servicepartner.identity.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.eventstore.EventName;
import org.servicepartner.platform.personaldata.PersonalData;

/** What has happened to a user account, as it is stored. */
public sealed interface UserEvent {
    String userId();

    String partnerId();

    /**
     * Told again with another invitation id when the invitation was replaced.
     *
     * @param kind FIRST_ADMIN or COLLEAGUE
     * @param invitedById the admin who invited a colleague; null in events from before it was kept
     * @param invitedBy name of that admin
     * @param contactEmail of the mobility provider or that admin, for questions about the invitation; null if not known
     * @param resent whether it replaces an earlier invitation of this user
     */
    @EventName("user.invited.v1")
    record Invited(
            String userId,
            String partnerId,
            String invitationId,
            @PersonalData(of = "userId") String email,
            @PersonalData(of = "userId") @Nullable String firstName,
            @PersonalData(of = "userId") @Nullable String lastName,
            String role,
            String language,
            String kind,
            @Nullable String providerName,
            @Nullable String fleetName,
            @Nullable String invitedById,
            @PersonalData(of = "invitedById") @Nullable String invitedBy,
            @PersonalData(of = "invitedById") @Nullable String contactEmail,
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
            @PersonalData(of = "userId") String email,
            @PersonalData(of = "userId") @Nullable String firstName,
            @PersonalData(of = "userId") @Nullable String lastName,
            String role,
            @Nullable String language,
            @Nullable String invitationId,
            Instant activatedAt)
            implements UserEvent {}

    @EventName("user.renamed.v1")
    record Renamed(
            String userId,
            String partnerId,
            @PersonalData(of = "userId") String firstName,
            @PersonalData(of = "userId") String lastName,
            Instant renamedAt)
            implements UserEvent {}

    @EventName("user.role-changed.v1")
    record RoleChanged(String userId, String partnerId, String role, Instant changedAt) implements UserEvent {}

    @EventName("user.removed.v1")
    record Removed(String userId, String partnerId, Instant removedAt) implements UserEvent {}

    /** Nothing says any more who the user was. Told again with another erasure id when others are to forget once more. */
    @EventName("user.erased.v1")
    record Erased(String userId, String partnerId, String erasureId, Instant erasedAt) implements UserEvent {}

    /** @param service that has nothing of the person any more */
    @EventName("user.erasure-confirmed.v1")
    record ErasureConfirmed(String userId, String partnerId, String erasureId, String service, Instant confirmedAt)
            implements UserEvent {}
}
