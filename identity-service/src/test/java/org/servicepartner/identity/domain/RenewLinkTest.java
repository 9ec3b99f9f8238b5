package org.servicepartner.identity.domain;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.RenewLink;

import static org.servicepartner.identity.domain.UserScenario.ANOTHER_INVITATION;
import static org.servicepartner.identity.domain.UserScenario.BEFORE;
import static org.servicepartner.identity.domain.UserScenario.EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REGISTERED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REVOKED;
import static org.servicepartner.identity.domain.UserScenario.tomInvited;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class RenewLinkTest {
    private static final Duration VALIDITY = Duration.ofDays(7);

    @Test
    void theInvitedGetsAnotherLink() {
        Instant at = BEFORE.plus(Duration.ofMinutes(15));
        userBesides(1).given(TOM_INVITED).when(renew(at)).expectEvents(renewed(at));
    }

    @Test
    void whileALinkIsNewThereIsNoOther() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(renew(BEFORE.plus(Duration.ofMinutes(14))))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void afterItHasExpiredThereIsOneForAsLongAsItWasValid() {
        Instant last = EXPIRY.plus(VALIDITY).minusSeconds(1);
        userBesides(1).given(TOM_INVITED).when(renew(EXPIRY)).expectEvents(renewed(EXPIRY));
        userBesides(1).given(TOM_INVITED).when(renew(last)).expectEvents(renewed(last));
        userBesides(1)
                .given(TOM_INVITED)
                .when(renew(EXPIRY.plus(VALIDITY)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aShortInvitationThatHasExpiredIsRenewedAtOnce() {
        Instant expiry = BEFORE.plusSeconds(60);
        userBesides(1)
                .given(tomInvited("short", "TECHNICIAN", false, expiry, BEFORE))
                .when(renew(expiry))
                .expectEvents(renewed(expiry));
    }

    @Test
    void whoHasRegisteredOrIsNotWantedAnyMoreGetsNone() {
        Instant at = BEFORE.plus(Duration.ofDays(1));
        userBesides(1)
                .given(TOM_INVITED, TOM_REGISTERED)
                .when(renew(at))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        userBesides(1)
                .given(TOM_INVITED, TOM_REVOKED)
                .when(renew(at))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static RenewLink renew(Instant at) {
        return new RenewLink(TOM, ANOTHER_INVITATION, at.plus(VALIDITY), at);
    }

    private static UserEvent renewed(Instant at) {
        return tomInvited(ANOTHER_INVITATION, "TECHNICIAN", true, at.plus(VALIDITY), at);
    }
}
