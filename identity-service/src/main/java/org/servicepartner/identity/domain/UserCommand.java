package org.servicepartner.identity.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What one can ask of a user account. Every command names the partner on whose behalf it is given. */
public sealed interface UserCommand {
    /** Makes the account usable; one that has been activated before stays as it is, even if it was removed since. */
    record ActivateUser(
            @TargetAggregateIdentifier String userId,
            String partnerId,
            String email,
            String firstName,
            String lastName,
            Role role,
            Instant at)
            implements UserCommand {}

    record ChangeRole(@TargetAggregateIdentifier String userId, String partnerId, Role role, Instant at)
            implements UserCommand {}

    record RemoveUser(@TargetAggregateIdentifier String userId, String partnerId, Instant at) implements UserCommand {}
}
