package org.servicepartner.identity.integration.published;

/** The data of what this service publishes on {@code servicepartner.users.v1}. */
sealed interface PublishedUserEvent {
    record UserActivated(String userId, String partnerId, String email, String firstName, String lastName, String role)
            implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.activated.v1";
    }

    record UserRoleChanged(String userId, String partnerId, String role) implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.role-changed.v1";
    }

    record UserRemoved(String userId, String partnerId) implements PublishedUserEvent {
        static final String TYPE = "servicepartner.user.removed.v1";
    }
}
