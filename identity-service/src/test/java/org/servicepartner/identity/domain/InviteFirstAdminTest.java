package org.servicepartner.identity.domain;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.InviteFirstAdmin;
import org.servicepartner.identity.domain.UserEvent.Invited;

import static org.servicepartner.identity.domain.UserScenario.ALICE;
import static org.servicepartner.identity.domain.UserScenario.ALICE_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.ALICE_INVITED;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_INVITATION;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_PARTNER;
import static org.servicepartner.identity.domain.UserScenario.EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REVOKED;
import static org.servicepartner.identity.domain.UserScenario.userBesides;
import static org.servicepartner.identity.domain.UserScenario.userBesidesAnExpectedFirstAdmin;
import static org.servicepartner.identity.domain.UserScenario.userWithAddressUsedAt;

class InviteFirstAdminTest {
    @Test
    void aPartnerWithoutAnAdminGetsOneInvited() {
        userBesides(0).givenNoPriorActivity().when(invite(ALICE, PARTNER, NOW)).expectEvents(invited(false, NOW));
    }

    @Test
    void aSecondRequestInvitesNobodyElse() {
        userBesides(0)
                .given(ALICE_INVITED)
                .when(invite(ALICE, PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anExpiredInvitationIsReplaced() {
        userBesides(0).given(ALICE_INVITED).when(invite(ALICE, PARTNER, EXPIRY)).expectEvents(invited(true, EXPIRY));
    }

    @Test
    void anInvitationThatEndsBeforeTheRequestIsReplaced() {
        Instant soon = EXPIRY.minus(Duration.ofDays(7)).plus(Duration.ofHours(1));
        Instant later = EXPIRY.minus(Duration.ofDays(2));
        userBesides(0)
                .given(ALICE_INVITED)
                .when(invite(ALICE, PARTNER, soon))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        userBesides(0).given(ALICE_INVITED).when(invite(ALICE, PARTNER, later)).expectEvents(invited(true, later));
    }

    @Test
    void whereThereIsAnAdminNobodyIsInvited() {
        userBesides(1).givenNoPriorActivity().when(invite(ALICE, PARTNER, NOW)).expectNoEvents();
        userBesides(0)
                .given(ALICE_ACTIVATED)
                .when(invite(ALICE, PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whereAFirstAdminIsExpectedNobodyElseIsInvited() {
        userBesidesAnExpectedFirstAdmin()
                .givenNoPriorActivity()
                .when(invite(ALICE, PARTNER, NOW))
                .expectNoEvents();
        userBesidesAnExpectedFirstAdmin()
                .given(ALICE_INVITED)
                .when(invite(ALICE, PARTNER, EXPIRY))
                .expectNoEvents();
    }

    @Test
    void anAddressThatBelongsToSomebodyMakesNoUser() {
        userWithAddressUsedAt(ANOTHER_PARTNER)
                .givenNoPriorActivity()
                .when(invite(ALICE, PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        userWithAddressUsedAt(PARTNER)
                .givenNoPriorActivity()
                .when(invite(ALICE, PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aTechnicianDoesNotBecomeAnAdminByARequest() {
        userBesides(0)
                .given(TOM_ACTIVATED)
                .when(invite(TOM, PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        userBesides(0)
                .given(TOM_INVITED)
                .when(invite(TOM, PARTNER, EXPIRY))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anotherPartnersUserIsNotInvitedAnew() {
        userBesides(0)
                .given(ALICE_INVITED)
                .when(invite(ALICE, ANOTHER_PARTNER, EXPIRY))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRevokedUserStaysRemoved() {
        userBesides(0)
                .given(TOM_INVITED, TOM_REVOKED)
                .when(invite(TOM, PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static InviteFirstAdmin invite(String userId, String partnerId, Instant at) {
        return new InviteFirstAdmin(
                userId,
                partnerId,
                ANOTHER_INVITATION,
                "alice@alpine-fitters.example",
                "en",
                "Harbour Cars",
                "Harbour South",
                "desk@harbour-cars.example",
                at.plus(Duration.ofDays(7)),
                at.plus(Duration.ofDays(7)),
                at);
    }

    private static Invited invited(boolean resent, Instant at) {
        return new Invited(
                ALICE,
                PARTNER,
                ANOTHER_INVITATION,
                "alice@alpine-fitters.example",
                null,
                null,
                "ADMIN",
                "en",
                "FIRST_ADMIN",
                "Harbour Cars",
                "Harbour South",
                null,
                null,
                "desk@harbour-cars.example",
                resent,
                at.plus(Duration.ofDays(7)),
                at);
    }
}
