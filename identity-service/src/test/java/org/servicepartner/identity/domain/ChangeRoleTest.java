package org.servicepartner.identity.domain;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserEvent.InvitedRoleChanged;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;

import static org.servicepartner.identity.domain.Role.ADMIN;
import static org.servicepartner.identity.domain.Role.TECHNICIAN;
import static org.servicepartner.identity.domain.UserScenario.ALICE;
import static org.servicepartner.identity.domain.UserScenario.ALICE_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_PARTNER;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED_AS_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class ChangeRoleTest {
    @Test
    void aTechnicianBecomesAnAdmin() {
        userBesides(1)
                .given(TOM_ACTIVATED)
                .when(new ChangeRole(TOM, PARTNER, ADMIN, NOW))
                .expectEvents(new RoleChanged(TOM, PARTNER, "ADMIN", NOW));
    }

    @Test
    void anAdminBesidesAnotherOneBecomesATechnician() {
        userBesides(1)
                .given(ALICE_ACTIVATED)
                .when(new ChangeRole(ALICE, PARTNER, TECHNICIAN, NOW))
                .expectEvents(new RoleChanged(ALICE, PARTNER, "TECHNICIAN", NOW));
    }

    @Test
    void theLastAdminStaysAnAdmin() {
        userBesides(0)
                .given(ALICE_ACTIVATED)
                .when(new ChangeRole(ALICE, PARTNER, TECHNICIAN, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage(
                        "This is the last active admin, who can be neither removed nor made a technician.");
    }

    @Test
    void theRoleTheUserHasChangesNothing() {
        userBesides(0)
                .given(ALICE_ACTIVATED)
                .when(new ChangeRole(ALICE, PARTNER, ADMIN, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anInvitedUserWillRegisterWithAnotherRole() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(new ChangeRole(TOM, PARTNER, ADMIN, NOW))
                .expectEvents(new InvitedRoleChanged(TOM, PARTNER, "ADMIN", NOW));
    }

    @Test
    void anInvitedAdminIsNotTheLastActiveOne() {
        userBesides(0)
                .given(TOM_INVITED, TOM_INVITED_AS_ADMIN)
                .when(new ChangeRole(TOM, PARTNER, TECHNICIAN, NOW))
                .expectEvents(new InvitedRoleChanged(TOM, PARTNER, "TECHNICIAN", NOW));
    }

    @Test
    void aRemovedUserHasNoRoleToChange() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED)
                .when(new ChangeRole(TOM, PARTNER, ADMIN, NOW))
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user has been removed; its role cannot be changed any more.");
    }

    @Test
    void anotherPartnerCannotChangeIt() {
        userBesides(1)
                .given(TOM_ACTIVATED)
                .when(new ChangeRole(TOM, ANOTHER_PARTNER, ADMIN, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user belongs to another service partner.");
    }

    @Test
    void nobodyHasNoRole() {
        userBesides(1)
                .givenNoPriorActivity()
                .when(new ChangeRole(TOM, PARTNER, ADMIN, NOW))
                .expectException(AggregateNotFoundException.class);
    }
}
