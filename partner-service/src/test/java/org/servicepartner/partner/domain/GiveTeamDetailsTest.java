package org.servicepartner.partner.domain;

import java.util.List;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.GiveTeamDetails;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;

import static org.servicepartner.partner.domain.PartnerScenario.BEFORE;
import static org.servicepartner.partner.domain.PartnerScenario.EMAIL;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.TEAM_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.partner;

class GiveTeamDetailsTest {
    private static final GiveTeamDetails GIVE = new GiveTeamDetails(PARTNER, "Alpine Fitters", EMAIL, NOW);
    private static final OnboardingAdvanced ADVANCED =
            new OnboardingAdvanced(PARTNER, "TEAM_DETAILS", List.of("PERSONAL_DETAILS", "NDA"), NOW);

    @Test
    void theTeamHasItsNameAndThePersonalDetailsComeNext() {
        partner()
                .given(INVITED, REGISTERED)
                .when(GIVE)
                .expectEvents(new DetailsChanged(PARTNER, "Alpine Fitters", EMAIL, NOW), ADVANCED);
    }

    @Test
    void detailsThatAreThereAlreadyCompleteTheStepAllTheSame() {
        partner()
                .given(INVITED, REGISTERED, new DetailsChanged(PARTNER, "Alpine Fitters", EMAIL, BEFORE))
                .when(GIVE)
                .expectEvents(ADVANCED);
    }

    @Test
    void beforeTheRegistrationIsCompletedTheyAreRefused() {
        partner()
                .given(INVITED)
                .when(GIVE)
                .expectNoEvents()
                .expectException(PartnerRefusal.StepOutOfOrder.class)
                .expectExceptionMessage(
                        "The step TEAM_DETAILS cannot be completed yet: the next step is REGISTRATION.");
    }

    @Test
    void onceGivenTheyAreChangedInTheSettingsOnly() {
        partner()
                .given(INVITED, REGISTERED, new DetailsChanged(PARTNER, "Alpine Fitters", EMAIL, BEFORE), TEAM_GIVEN)
                .when(new GiveTeamDetails(PARTNER, "Another Name", EMAIL, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aPartnerNobodyInvitedHasNoSteps() {
        partner().givenNoPriorActivity().when(GIVE).expectException(AggregateNotFoundException.class);
    }
}
