package org.servicepartner.identity.domain;

import java.time.Instant;

import org.servicepartner.platform.eventstore.EventName;

/** What has happened to a user account, as it is stored. */
public sealed interface UserEvent {
    @EventName("user.activated.v1")
    record Activated(
            String userId,
            String partnerId,
            String email,
            String firstName,
            String lastName,
            String role,
            Instant activatedAt)
            implements UserEvent {}

    @EventName("user.role-changed.v1")
    record RoleChanged(String userId, String partnerId, String role, Instant changedAt) implements UserEvent {}

    @EventName("user.removed.v1")
    record Removed(String userId, String partnerId, Instant removedAt) implements UserEvent {}
}
