package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.domain.UserEvent.InvitationRevoked;
import org.servicepartner.identity.domain.UserEvent.Removed;

import static org.servicepartner.identity.domain.UserScenario.ALICE;
import static org.servicepartner.identity.domain.UserScenario.ALICE_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_PARTNER;
import static org.servicepartner.identity.domain.UserScenario.INVITATION;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED_AS_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_MADE_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class RemoveUserTest {
    @Test
    void aTechnicianIsRemovedEvenIfThereIsNoAdminBesides() {
        userBesides(0)
                .given(TOM_ACTIVATED)
                .when(new RemoveUser(TOM, PARTNER, NOW))
                .expectEvents(new Removed(TOM, PARTNER, NOW));
    }

    @Test
    void anAdminBesidesAnotherOneIsRemoved() {
        userBesides(1)
                .given(ALICE_ACTIVATED)
                .when(new RemoveUser(ALICE, PARTNER, NOW))
                .expectEvents(new Removed(ALICE, PARTNER, NOW));
    }

    @Test
    void theLastAdminStays() {
        userBesides(0)
                .given(TOM_ACTIVATED, TOM_MADE_ADMIN)
                .when(new RemoveUser(TOM, PARTNER, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage(
                        "This is the last active admin, who can be neither removed nor made a technician.");
    }

    @Test
    void whoIsOnlyInvitedLosesTheInvitation() {
        userBesides(0)
                .given(TOM_INVITED, TOM_INVITED_AS_ADMIN)
                .when(new RemoveUser(TOM, PARTNER, NOW))
                .expectEvents(new InvitationRevoked(TOM, PARTNER, INVITATION, NOW));
    }

    @Test
    void aRemovedUserStaysRemoved() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED)
                .when(new RemoveUser(TOM, PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anotherPartnerCannotRemoveIt() {
        userBesides(1)
                .given(TOM_ACTIVATED)
                .when(new RemoveUser(TOM, ANOTHER_PARTNER, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user belongs to another service partner.");
    }
}
