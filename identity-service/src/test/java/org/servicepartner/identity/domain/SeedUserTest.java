package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.SeedUser;
import org.servicepartner.identity.domain.UserEvent.Activated;

import static org.servicepartner.identity.domain.Role.TECHNICIAN;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_MADE_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class SeedUserTest {
    private static final SeedUser SEED_TOM =
            new SeedUser(TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", TECHNICIAN, NOW);

    @Test
    void anAccountIsUsableFromTheStart() {
        userBesides(1)
                .givenNoPriorActivity()
                .when(SEED_TOM)
                .expectEvents(new Activated(
                        TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", "TECHNICIAN", null, null, NOW));
    }

    @Test
    void aSecondTimeChangesNothing() {
        userBesides(1).given(TOM_ACTIVATED, TOM_MADE_ADMIN).when(SEED_TOM).expectNoEvents();
    }

    @Test
    void aRemovedAccountStaysRemoved() {
        userBesides(1).given(TOM_ACTIVATED, TOM_REMOVED).when(SEED_TOM).expectNoEvents();
    }
}
