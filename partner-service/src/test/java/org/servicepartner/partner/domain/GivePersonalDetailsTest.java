package org.servicepartner.partner.domain;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.GivePersonalDetails;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;
import org.servicepartner.partner.domain.PartnerEvent.PersonalDetailsGiven;

import static org.servicepartner.partner.domain.PartnerScenario.ALICE;
import static org.servicepartner.partner.domain.PartnerScenario.INTRODUCED;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.PERSON_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.TEAM_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.partner;

class GivePersonalDetailsTest {
    private static final GivePersonalDetails GIVE = new GivePersonalDetails(PARTNER, ALICE, "Alice", "Alpine", NOW);

    @Test
    void theNdaComesNext() {
        partner()
                .given(INVITED, REGISTERED, TEAM_GIVEN)
                .when(GIVE)
                .expectEvents(
                        new PersonalDetailsGiven(PARTNER, ALICE, "Alice", "Alpine", NOW),
                        new OnboardingAdvanced(PARTNER, "PERSONAL_DETAILS", List.of("NDA"), NOW));
    }

    @Test
    void beforeTheTeamDetailsTheyAreRefused() {
        partner()
                .given(INVITED, REGISTERED)
                .when(GIVE)
                .expectNoEvents()
                .expectException(PartnerRefusal.StepOutOfOrder.class)
                .expectExceptionMessage(
                        "The step PERSONAL_DETAILS cannot be completed yet: the next step is TEAM_DETAILS.");
    }

    @Test
    void onceGivenTheyStay() {
        partner()
                .given(INVITED, REGISTERED, TEAM_GIVEN, INTRODUCED, PERSON_GIVEN)
                .when(new GivePersonalDetails(PARTNER, ALICE, "Other", "Name", NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
