package org.servicepartner.notification.domain;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an e-mail is about, without words: the words are the template's. A letter with a link names the invitation the link is for;
 * the link itself is made when the letter is written and is kept nowhere.
 */
public sealed interface Letter {
    /** A provider asks somebody we do not know yet, who becomes the first admin of a new partner. */
    record CompleteRegistration(
            String invitationId,
            @Nullable String providerName,
            @Nullable String fleetName,
            Instant validUntil) implements Letter {}

    /**
     * An admin asks a colleague to join the team.
     *
     * @param invitedById null in letters from before it was kept
     */
    record UserInvitation(
            String invitationId,
            Role role,
            @Nullable String firstName,
            @Nullable String teamName,
            @Nullable UUID invitedById,
            @Nullable String invitedBy,
            Instant validUntil)
            implements Letter {}

    /** An invitation, of either kind, that nobody has used is about to expire. It does not name the role, which may be another by now. */
    record InvitationExpiring(
            String invitationId,
            @Nullable String firstName,
            @Nullable String teamName,
            @Nullable String providerName,
            @Nullable String fleetName,
            Instant validUntil)
            implements Letter {}

    /**
     * A provider asks a partner to take care of a fleet.
     *
     * @param registered whether the recipient can sign in; otherwise the registration comes first
     */
    record FleetConnectionRequested(
            UUID connectionId,
            @Nullable String firstName,
            String providerName,
            String fleetName,
            Instant validUntil,
            boolean registered)
            implements Letter {}

    /** A request that nobody has answered is about to expire. */
    record RequestExpiring(
            UUID connectionId, @Nullable String firstName, String providerName, String fleetName, Instant validUntil)
            implements Letter {}

    /** To the provider: the partner takes care of the fleet no longer. */
    record ConnectionDeleted(@Nullable String teamName, String providerName, String fleetName, Instant deletedAt)
            implements Letter {}

    /** To the signer: the non-disclosure agreement is signed. */
    record NdaSigned(
            @Nullable String firstName,
            String version,
            String companyName,
            String representative,
            String documentHash,
            Instant signedAt)
            implements Letter {}
}
