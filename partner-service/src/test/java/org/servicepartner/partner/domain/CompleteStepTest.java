package org.servicepartner.partner.domain;

import java.util.List;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.CompleteStep;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.partner.domain.OnboardingStep.NDA;
import static org.servicepartner.partner.domain.OnboardingStep.PERSONAL_DETAILS;
import static org.servicepartner.partner.domain.OnboardingStep.REGISTRATION;
import static org.servicepartner.partner.domain.OnboardingStep.TEAM_DETAILS;
import static org.servicepartner.partner.domain.PartnerScenario.BEFORE;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.partner;

class CompleteStepTest {
    @Test
    void theNextStepLeavesTheRest() {
        partner()
                .given(INVITED, REGISTERED)
                .when(new CompleteStep(PARTNER, TEAM_DETAILS, NOW))
                .expectEvents(new OnboardingAdvanced(PARTNER, "TEAM_DETAILS", List.of("PERSONAL_DETAILS", "NDA"), NOW));
    }

    @Test
    void theLastStepLeavesNothing() {
        partner()
                .given(
                        INVITED,
                        REGISTERED,
                        new OnboardingAdvanced(PARTNER, "TEAM_DETAILS", List.of("PERSONAL_DETAILS", "NDA"), BEFORE),
                        new OnboardingAdvanced(PARTNER, "PERSONAL_DETAILS", List.of("NDA"), BEFORE))
                .when(new CompleteStep(PARTNER, NDA, NOW))
                .expectEvents(new OnboardingAdvanced(PARTNER, "NDA", List.of(), NOW));
    }

    @Test
    void aStepOutOfOrderIsRefusedAndTheNextOneNamed() {
        partner()
                .given(INVITED, REGISTERED)
                .when(new CompleteStep(PARTNER, PERSONAL_DETAILS, NOW))
                .expectNoEvents()
                .expectException(PartnerRefusal.class)
                .expectExceptionMessage(
                        "The step PERSONAL_DETAILS cannot be completed yet: the next step is TEAM_DETAILS.");
    }

    @Test
    void theRefusalHasAReasonForPrograms() {
        assertThat(PartnerRefusal.stepOutOfOrder(NDA, REGISTRATION).reason())
                .isEqualTo(PartnerRefusal.Reason.STEP_OUT_OF_ORDER);
    }

    @Test
    void aCompletedStepStaysCompleted() {
        partner()
                .given(INVITED, REGISTERED)
                .when(new CompleteStep(PARTNER, REGISTRATION, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aPartnerNobodyInvitedHasNoSteps() {
        partner()
                .givenNoPriorActivity()
                .when(new CompleteStep(PARTNER, REGISTRATION, NOW))
                .expectException(AggregateNotFoundException.class);
    }
}
