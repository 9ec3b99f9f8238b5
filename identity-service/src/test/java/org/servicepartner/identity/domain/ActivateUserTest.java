package org.servicepartner.identity.domain;

import java.time.Instant;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.ActivateUser;
import org.servicepartner.identity.domain.UserEvent.Activated;

import static org.servicepartner.identity.domain.UserScenario.ALICE;
import static org.servicepartner.identity.domain.UserScenario.ALICE_INVITED;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_INVITATION;
import static org.servicepartner.identity.domain.UserScenario.EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.INVITATION;
import static org.servicepartner.identity.domain.UserScenario.LATER_EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED_AS_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REGISTERED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REVOKED;
import static org.servicepartner.identity.domain.UserScenario.tomInvited;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class ActivateUserTest {
    @Test
    void anInvitedTechnicianRegisters() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(activateTom(INVITATION, NOW))
                .expectEvents(tomActivated("TECHNICIAN", INVITATION));
    }

    @Test
    void aFirstAdminRegistersWithoutAName() {
        userBesides(0)
                .given(ALICE_INVITED)
                .when(new ActivateUser(ALICE, INVITATION, "de", NOW))
                .expectEvents(new Activated(
                        ALICE, PARTNER, "alice@alpine-fitters.example", null, null, "ADMIN", "de", INVITATION, NOW));
    }

    @Test
    void theRoleGivenMeanwhileHolds() {
        userBesides(1)
                .given(TOM_INVITED, TOM_INVITED_AS_ADMIN)
                .when(activateTom(INVITATION, NOW))
                .expectEvents(tomActivated("ADMIN", INVITATION));
    }

    @Test
    void theLastMomentIsInTime() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(activateTom(INVITATION, EXPIRY.minusNanos(1)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anExpiredInvitationDoesNotAdmit() {
        refused(TOM_INVITED, activateTom(INVITATION, EXPIRY), "The link has expired.");
    }

    @Test
    void anInvitationAdmitsOnce() {
        userBesides(1)
                .given(TOM_INVITED, TOM_REGISTERED)
                .when(activateTom(INVITATION, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The account has been registered with this link already.");
    }

    @Test
    void whoWasRemovedDoesNotComeBackWithTheOldLink() {
        userBesides(1)
                .given(TOM_INVITED, TOM_REGISTERED, TOM_REMOVED)
                .when(activateTom(INVITATION, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The account has been registered with this link already.");
    }

    @Test
    void aRevokedInvitationDoesNotAdmit() {
        userBesides(1)
                .given(TOM_INVITED, TOM_REVOKED)
                .when(activateTom(INVITATION, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The invitation has been taken back.");
    }

    @Test
    void onlyTheLatestInvitationAdmits() {
        var resent = tomInvited(ANOTHER_INVITATION, "TECHNICIAN", true, LATER_EXPIRY, NOW);
        userBesides(1)
                .given(TOM_INVITED, resent)
                .when(activateTom(INVITATION, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("A newer link has been sent; this one has ended.");
        userBesides(1)
                .given(TOM_INVITED, resent)
                .when(activateTom(ANOTHER_INVITATION, EXPIRY))
                .expectEvents(new Activated(
                        TOM,
                        PARTNER,
                        "tom@alpine-fitters.example",
                        "Tom",
                        "Tauern",
                        "TECHNICIAN",
                        "en",
                        ANOTHER_INVITATION,
                        EXPIRY));
    }

    @Test
    void nobodyHasNoInvitation() {
        userBesides(1)
                .givenNoPriorActivity()
                .when(activateTom(INVITATION, NOW))
                .expectException(AggregateNotFoundException.class);
    }

    private static void refused(UserEvent given, ActivateUser command, String because) {
        userBesides(1)
                .given(given)
                .when(command)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage(because);
    }

    private static ActivateUser activateTom(String invitation, Instant at) {
        return new ActivateUser(TOM, invitation, "en", at);
    }

    private static Activated tomActivated(String role, String invitation) {
        return new Activated(TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", role, "en", invitation, NOW);
    }
}
