package org.servicepartner.identity.integration.published;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The data of what this service publishes on {@code servicepartner.users.v1}. */
sealed interface PublishedUserEvent {
    record UserInvited(
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
            @Nullable String invitedById,
            @Nullable String invitedBy,
            boolean resent,
            Instant expiresAt,
            Instant invitedAt)
            implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.invited.v1";
    }

    record UserInvitationRevoked(String userId, String partnerId, String invitationId, Instant revokedAt)
            implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.invitation-revoked.v1";
    }

    record UserActivated(
            String userId,
            String partnerId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            String role,
            @Nullable String language,
            Instant activatedAt)
            implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.activated.v1";
    }

    record UserRenamed(String userId, String partnerId, String firstName, String lastName, Instant renamedAt)
            implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.renamed.v1";
    }

    record UserRoleChanged(String userId, String partnerId, String role) implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.role-changed.v1";
    }

    record UserErased(String userId, String partnerId, String erasureId, Instant erasedAt)
            implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.erased.v1";
    }

    record UserRemoved(String userId, String partnerId) implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.removed.v1";
    }
}
