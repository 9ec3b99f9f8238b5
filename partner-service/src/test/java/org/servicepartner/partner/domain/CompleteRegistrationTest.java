package org.servicepartner.partner.domain;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.CompleteRegistration;
import org.servicepartner.partner.domain.PartnerCommand.InvitePartner;
import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;

import static org.servicepartner.partner.domain.PartnerScenario.EMAIL;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.TEAM_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.partner;

class CompleteRegistrationTest {
    @Test
    void theTeamDetailsComeNext() {
        partner()
                .given(INVITED)
                .when(new CompleteRegistration(PARTNER, EMAIL, NOW))
                .expectEvents(new OnboardingAdvanced(
                        PARTNER, "REGISTRATION", List.of("TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"), NOW));
    }

    @Test
    void heardBeforeTheInvitationItMakesThePartnerKnown() {
        partner()
                .givenNoPriorActivity()
                .when(new CompleteRegistration(PARTNER, EMAIL, NOW))
                .expectEvents(
                        new Invited(
                                PARTNER,
                                EMAIL,
                                List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"),
                                NOW),
                        new OnboardingAdvanced(
                                PARTNER, "REGISTRATION", List.of("TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"), NOW));
    }

    @Test
    void theInvitationHeardAfterwardsChangesNothing() {
        partner()
                .givenCommands(new CompleteRegistration(PARTNER, EMAIL, NOW))
                .when(new InvitePartner(PARTNER, EMAIL, NOW))
                .expectNoEvents();
    }

    @Test
    void aSecondAdminChangesNothing() {
        partner()
                .given(INVITED, REGISTERED, TEAM_GIVEN)
                .when(new CompleteRegistration(PARTNER, "second@alpine-fitters.example", NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
