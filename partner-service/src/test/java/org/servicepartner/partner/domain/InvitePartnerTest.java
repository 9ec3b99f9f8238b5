package org.servicepartner.partner.domain;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.InvitePartner;
import org.servicepartner.partner.domain.PartnerEvent.Invited;

import static org.servicepartner.partner.domain.PartnerScenario.EMAIL;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.partner;

class InvitePartnerTest {
    @Test
    void anUnknownAddressBecomesAPartnerWithTheWholeOnboardingBeforeIt() {
        partner()
                .givenNoPriorActivity()
                .when(new InvitePartner(PARTNER, EMAIL, NOW))
                .expectEvents(new Invited(
                        PARTNER, EMAIL, List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"), NOW));
    }

    @Test
    void aSecondInvitationChangesNothing() {
        partner().given(INVITED).when(new InvitePartner(PARTNER, EMAIL, NOW)).expectNoEvents();
    }

    @Test
    void aPartnerInTheMiddleOfItsOnboardingKeepsWhatItHasDone() {
        partner()
                .given(INVITED, REGISTERED)
                .when(new InvitePartner(PARTNER, "other@alpine-fitters.example", NOW))
                .expectNoEvents();
    }
}
