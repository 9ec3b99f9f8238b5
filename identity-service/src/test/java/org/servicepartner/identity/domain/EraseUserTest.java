package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.ConfirmErasure;
import org.servicepartner.identity.domain.UserCommand.EraseUser;
import org.servicepartner.identity.domain.UserEvent.Erased;
import org.servicepartner.identity.domain.UserEvent.ErasureConfirmed;

import static org.servicepartner.identity.domain.UserScenario.ANOTHER_ERASURE;
import static org.servicepartner.identity.domain.UserScenario.ERASURE;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_ERASED;
import static org.servicepartner.identity.domain.UserScenario.TOM_ERASED_AT_JOB_SERVICE;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REVOKED;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class EraseUserTest {
    private static final EraseUser ERASE = new EraseUser(TOM, ERASURE, false, NOW);

    @Test
    void whoWasRemovedIsErased() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED)
                .when(ERASE)
                .expectEvents(new Erased(TOM, PARTNER, ERASURE, NOW));
    }

    @Test
    void whoseInvitationWasTakenBackIsErased() {
        userBesides(1).given(TOM_INVITED, TOM_REVOKED).when(ERASE).expectEvents(new Erased(TOM, PARTNER, ERASURE, NOW));
    }

    @Test
    void whoIsActiveIsRemovedFirst() {
        userBesides(1)
                .given(TOM_ACTIVATED)
                .when(ERASE)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user has not been removed yet; an admin of the partner removes it first.");
    }

    @Test
    void whoIsInvitedIsRemovedFirst() {
        userBesides(1).given(TOM_INVITED).when(ERASE).expectNoEvents().expectException(UserRefusal.class);
    }

    @Test
    void whoIsErasedStaysSo() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED, TOM_ERASED)
                .when(new EraseUser(TOM, ANOTHER_ERASURE, false, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whoIsErasedCanBeErasedAgainForThoseWhoHaveGoneBackInTime() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED, TOM_ERASED, TOM_ERASED_AT_JOB_SERVICE)
                .when(new EraseUser(TOM, ANOTHER_ERASURE, true, NOW))
                .expectEvents(new Erased(TOM, PARTNER, ANOTHER_ERASURE, NOW));
    }

    @Test
    void aServiceConfirmsOnce() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED, TOM_ERASED)
                .when(new ConfirmErasure(TOM, ERASURE, "job-service", NOW))
                .expectEvents(new ErasureConfirmed(TOM, PARTNER, ERASURE, "job-service", NOW));
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED, TOM_ERASED, TOM_ERASED_AT_JOB_SERVICE)
                .when(new ConfirmErasure(TOM, ERASURE, "job-service", NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aConfirmationOfAnEarlierErasureSaysNothingOfTheLatest() {
        userBesides(1)
                .given(TOM_ACTIVATED, TOM_REMOVED, TOM_ERASED, new Erased(TOM, PARTNER, ANOTHER_ERASURE, NOW))
                .when(new ConfirmErasure(TOM, ERASURE, "job-service", NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        userBesides(1)
                .given(
                        TOM_ACTIVATED,
                        TOM_REMOVED,
                        TOM_ERASED,
                        TOM_ERASED_AT_JOB_SERVICE,
                        new Erased(TOM, PARTNER, ANOTHER_ERASURE, NOW))
                .when(new ConfirmErasure(TOM, ANOTHER_ERASURE, "job-service", NOW))
                .expectEvents(new ErasureConfirmed(TOM, PARTNER, ANOTHER_ERASURE, "job-service", NOW));
    }
}
