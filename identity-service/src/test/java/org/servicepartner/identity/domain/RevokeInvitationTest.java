package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.RevokeInvitation;
import org.servicepartner.identity.domain.UserEvent.InvitationRevoked;

import static org.servicepartner.identity.domain.UserScenario.ANOTHER_INVITATION;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_PARTNER;
import static org.servicepartner.identity.domain.UserScenario.INVITATION;
import static org.servicepartner.identity.domain.UserScenario.LATER_EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REGISTERED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REVOKED;
import static org.servicepartner.identity.domain.UserScenario.tomInvited;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class RevokeInvitationTest {
    private static final RevokeInvitation REVOKE = new RevokeInvitation(TOM, PARTNER, NOW);

    @Test
    void anOpenInvitationIsTakenBack() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(REVOKE)
                .expectEvents(new InvitationRevoked(TOM, PARTNER, INVITATION, NOW));
    }

    @Test
    void theLatestOfSeveralIsTakenBack() {
        userBesides(1)
                .given(TOM_INVITED, tomInvited(ANOTHER_INVITATION, "TECHNICIAN", true, LATER_EXPIRY, NOW))
                .when(REVOKE)
                .expectEvents(new InvitationRevoked(TOM, PARTNER, ANOTHER_INVITATION, NOW));
    }

    @Test
    void whoHasRegisteredIsNotInvitedAnyMore() {
        userBesides(1)
                .given(TOM_INVITED, TOM_REGISTERED)
                .when(REVOKE)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user has no open invitation.");
    }

    @Test
    void aRevokedInvitationIsNotOpen() {
        userBesides(1)
                .given(TOM_INVITED, TOM_REVOKED)
                .when(REVOKE)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user has no open invitation.");
    }

    @Test
    void anotherPartnerCannotTakeItBack() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(new RevokeInvitation(TOM, ANOTHER_PARTNER, NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user belongs to another service partner.");
    }
}
