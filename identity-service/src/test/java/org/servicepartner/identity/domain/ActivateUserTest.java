package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.ActivateUser;
import org.servicepartner.identity.domain.UserEvent.Activated;

import static org.servicepartner.identity.domain.Role.TECHNICIAN;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_MADE_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class ActivateUserTest {
    private static final ActivateUser ACTIVATE_TOM =
            new ActivateUser(TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", TECHNICIAN, NOW);

    @Test
    void anAccountBecomesUsable() {
        userBesides(1)
                .givenNoPriorActivity()
                .when(ACTIVATE_TOM)
                .expectEvents(
                        new Activated(TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", "TECHNICIAN", NOW));
    }

    @Test
    void aSecondActivationChangesNothing() {
        userBesides(1).given(TOM_ACTIVATED, TOM_MADE_ADMIN).when(ACTIVATE_TOM).expectNoEvents();
    }

    @Test
    void aRemovedAccountStaysRemoved() {
        userBesides(1).given(TOM_ACTIVATED, TOM_REMOVED).when(ACTIVATE_TOM).expectNoEvents();
    }
}
