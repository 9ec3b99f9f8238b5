package org.servicepartner.identity.domain;

import java.time.Instant;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.RenameUser;
import org.servicepartner.identity.domain.UserEvent.Renamed;

import static org.servicepartner.identity.domain.UserScenario.ANOTHER_PARTNER;
import static org.servicepartner.identity.domain.UserScenario.BEFORE;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.TOM_RENAMED;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class RenameUserTest {
    @Test
    void anActiveUserGetsAnotherName() {
        userBesides(1)
                .given(TOM_ACTIVATED)
                .when(rename(PARTNER, NOW))
                .expectEvents(new Renamed(TOM, PARTNER, "Tomasz", "Tatra", NOW));
    }

    @Test
    void anEarlierNameDoesNotReplaceALaterOne() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_RENAMED)
                .when(rename(PARTNER, BEFORE.minusSeconds(1)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void theSameNewsAgainChangesNothing() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_RENAMED)
                .when(rename(PARTNER, BEFORE))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whoIsNotActiveKeepsTheName() {
        userBesides(1).given(TOM_INVITED).when(rename(PARTNER, NOW)).expectNoEvents();
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED)
                .when(rename(PARTNER, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anotherPartnerCannotRename() {
        userBesides(1)
                .given(TOM_ACTIVATED)
                .when(rename(ANOTHER_PARTNER, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user belongs to another service partner.");
    }

    @Test
    void nobodyHasNoName() {
        userBesides(1)
                .givenNoPriorActivity()
                .when(rename(PARTNER, NOW))
                .expectException(AggregateNotFoundException.class);
    }

    private static RenameUser rename(String partnerId, Instant at) {
        return new RenameUser(TOM, partnerId, "Tomasz", "Tatra", at);
    }
}
