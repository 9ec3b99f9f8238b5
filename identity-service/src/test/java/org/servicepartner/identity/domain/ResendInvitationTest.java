package org.servicepartner.identity.domain;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.ResendInvitation;

import static org.servicepartner.identity.domain.UserScenario.ALICE;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_INVITATION;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_PARTNER;
import static org.servicepartner.identity.domain.UserScenario.EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.LATER_EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED_AS_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REGISTERED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REVOKED;
import static org.servicepartner.identity.domain.UserScenario.tomInvited;
import static org.servicepartner.identity.domain.UserScenario.userBesides;

class ResendInvitationTest {
    private static final ResendInvitation RESEND = new ResendInvitation(
            TOM, PARTNER, ANOTHER_INVITATION, ALICE, "Alice Alpine", "alice@alpine-fitters.example", LATER_EXPIRY, NOW);

    @Test
    void theInvitedGetsAnotherInvitation() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(RESEND)
                .expectEvents(tomInvited(ANOTHER_INVITATION, "TECHNICIAN", true, LATER_EXPIRY, NOW));
    }

    @Test
    void itNamesTheRoleGivenMeanwhile() {
        userBesides(1)
                .given(TOM_INVITED, TOM_INVITED_AS_ADMIN)
                .when(RESEND)
                .expectEvents(tomInvited(ANOTHER_INVITATION, "ADMIN", true, LATER_EXPIRY, NOW));
    }

    @Test
    void anExpiredInvitationCanBeSentAgain() {
        var afterwards = EXPIRY.plus(Duration.ofDays(30));
        var expiry = afterwards.plus(Duration.ofDays(7));
        userBesides(1)
                .given(TOM_INVITED)
                .when(new ResendInvitation(
                        TOM,
                        PARTNER,
                        ANOTHER_INVITATION,
                        ALICE,
                        "Alice Alpine",
                        "alice@alpine-fitters.example",
                        expiry,
                        afterwards))
                .expectEvents(tomInvited(ANOTHER_INVITATION, "TECHNICIAN", true, expiry, afterwards));
    }

    @Test
    void whoHasRegisteredNeedsNone() {
        userBesides(1)
                .given(TOM_INVITED, TOM_REGISTERED)
                .when(RESEND)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user has no open invitation.");
    }

    @Test
    void aRevokedInvitationStaysRevoked() {
        userBesides(1)
                .given(TOM_INVITED, TOM_REVOKED)
                .when(RESEND)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user has no open invitation.");
    }

    @Test
    void anotherPartnerCannotSendIt() {
        userBesides(1)
                .given(TOM_INVITED)
                .when(new ResendInvitation(
                        TOM,
                        ANOTHER_PARTNER,
                        ANOTHER_INVITATION,
                        "b0000000-0000-4000-8000-0000000000b1",
                        "Bea Baltic",
                        "bea@baltic-service.example",
                        LATER_EXPIRY,
                        NOW))
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("The user belongs to another service partner.");
    }
}
