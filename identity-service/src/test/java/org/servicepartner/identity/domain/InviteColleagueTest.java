package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.identity.domain.UserCommand.InviteColleague;

import static org.servicepartner.identity.domain.Role.TECHNICIAN;
import static org.servicepartner.identity.domain.UserScenario.ALICE;
import static org.servicepartner.identity.domain.UserScenario.ANOTHER_PARTNER;
import static org.servicepartner.identity.domain.UserScenario.INVITATION;
import static org.servicepartner.identity.domain.UserScenario.LATER_EXPIRY;
import static org.servicepartner.identity.domain.UserScenario.NOW;
import static org.servicepartner.identity.domain.UserScenario.PARTNER;
import static org.servicepartner.identity.domain.UserScenario.TOM;
import static org.servicepartner.identity.domain.UserScenario.tomInvited;
import static org.servicepartner.identity.domain.UserScenario.userBesides;
import static org.servicepartner.identity.domain.UserScenario.userWithAddressUsedAt;

class InviteColleagueTest {
    private static final InviteColleague INVITE_TOM = new InviteColleague(
            TOM,
            PARTNER,
            INVITATION,
            "tom@alpine-fitters.example",
            "Tom",
            "Tauern",
            TECHNICIAN,
            "de",
            ALICE,
            "Alice Alpine",
            "alice@alpine-fitters.example",
            LATER_EXPIRY,
            NOW);

    @Test
    void somebodyNewIsInvited() {
        userBesides(1)
                .givenNoPriorActivity()
                .when(INVITE_TOM)
                .expectEvents(tomInvited(INVITATION, "TECHNICIAN", false, LATER_EXPIRY, NOW));
    }

    @Test
    void anAddressIsInvitedOnce() {
        userWithAddressUsedAt(PARTNER)
                .givenNoPriorActivity()
                .when(INVITE_TOM)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("Somebody in your team is invited or active under this address already.");
    }

    @Test
    void anAddressOfAnotherPartnerIsRefusedWithoutTellingWhose() {
        userWithAddressUsedAt(ANOTHER_PARTNER)
                .givenNoPriorActivity()
                .when(INVITE_TOM)
                .expectNoEvents()
                .expectException(UserRefusal.class)
                .expectExceptionMessage("This address cannot be invited: it is in use already.");
    }
}
