package org.servicepartner.identity.domain;

import java.time.Duration;
import java.time.Instant;

import org.servicepartner.identity.domain.UserEvent.Invited;

/** How long the link of an invitation serves, and when another takes its place. */
public final class LinkRule {
    /** Neither does a request that is told twice send a second link, nor do the requests for several fleets, sent in a row. */
    private static final Duration SOON_ENOUGH = Duration.ofHours(1);

    /** Who has a link can have another one sent, but cannot flood the mailbox. */
    private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(15);

    private LinkRule() {}

    static boolean hasEnded(Invited invitation, Instant at) {
        return !at.isBefore(invitation.expiresAt());
    }

    static boolean endsTooEarly(Invited invitation, Instant neededUntil, Instant at) {
        return hasEnded(invitation, at)
                || invitation.expiresAt().plus(SOON_ENOUGH).isBefore(neededUntil);
    }

    static boolean canBeRenewed(Invited invitation, Instant at) {
        boolean soonAgain =
                !hasEnded(invitation, at) && at.isBefore(invitation.invitedAt().plus(BETWEEN_RENEWALS));
        return !soonAgain && at.isBefore(endOfRenewals(invitation.invitedAt(), invitation.expiresAt()));
    }

    /**
     * Until when the invited can ask for another link: as long again as the invitation was valid. After that, whoever has invited
     * decides anew.
     */
    public static Instant endOfRenewals(Instant invitedAt, Instant expiresAt) {
        return expiresAt.plus(Duration.between(invitedAt, expiresAt));
    }
}
