package org.servicepartner.identity.domain;

import java.time.Instant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What one can ask of a user account. A command of the partner's admins names the partner on whose behalf it is given; addresses
 * are in lower case, languages are {@code en} or {@code de}.
 */
public sealed interface UserCommand {
    /**
     * Invites the first admin of a partner, unless the partner has one or expects one, or the address belongs to somebody. An open
     * invitation that ends long before {@code neededUntil} is replaced.
     */
    record InviteFirstAdmin(
            @TargetAggregateIdentifier String userId,
            String partnerId,
            String invitationId,
            String email,
            String language,
            @Nullable String providerName,
            @Nullable String fleetName,
            @Nullable String contactEmail,
            Instant neededUntil,
            Instant expiresAt,
            Instant at)
            implements UserCommand {}

    /** Invites somebody on behalf of an admin, whose name is told to the invited. */
    record InviteColleague(
            @TargetAggregateIdentifier String userId,
            String partnerId,
            String invitationId,
            String email,
            String firstName,
            String lastName,
            Role role,
            String language,
            String invitedById,
            String invitedBy,
            String contactEmail,
            Instant expiresAt,
            Instant at)
            implements UserCommand {}

    /** Replaces the open invitation by a new one: the earlier link ends. */
    record ResendInvitation(
            @TargetAggregateIdentifier String userId,
            String partnerId,
            String invitationId,
            String invitedById,
            String invitedBy,
            String contactEmail,
            Instant expiresAt,
            Instant at)
            implements UserCommand {}

    /** The invited asks for another link. Too soon after the latest, or too late, nothing happens. */
    record RenewLink(@TargetAggregateIdentifier String userId, String invitationId, Instant expiresAt, Instant at)
            implements UserCommand {}

    /** Takes the open invitation back; the user, who has never been active, is removed. */
    record RevokeInvitation(@TargetAggregateIdentifier String userId, String partnerId, Instant at)
            implements UserCommand {}

    /** The invited has registered: the account can be used from now on. */
    record ActivateUser(@TargetAggregateIdentifier String userId, String invitationId, String language, Instant at)
            implements UserCommand {}

    /** An account without an invitation, active from the start; one that exists stays as it is, even if it was removed since. */
    record SeedUser(
            @TargetAggregateIdentifier String userId,
            String partnerId,
            String email,
            String firstName,
            String lastName,
            Role role,
            Instant at)
            implements UserCommand {}

    /** Gives an active user another name. {@code at} is when the name was given: an earlier one does not replace a later one. */
    record RenameUser(
            @TargetAggregateIdentifier String userId, String partnerId, String firstName, String lastName, Instant at)
            implements UserCommand {}

    record ChangeRole(@TargetAggregateIdentifier String userId, String partnerId, Role role, Instant at)
            implements UserCommand {}

    record RemoveUser(@TargetAggregateIdentifier String userId, String partnerId, Instant at) implements UserCommand {}

    /** @param again whether one that is erased is erased once more, for those who have gone back in time */
    record EraseUser(@TargetAggregateIdentifier String userId, String erasureId, boolean again, Instant at)
            implements UserCommand {}

    /** A service has nothing of the person any more. */
    record ConfirmErasure(@TargetAggregateIdentifier String userId, String erasureId, String service, Instant at)
            implements UserCommand {}
}
