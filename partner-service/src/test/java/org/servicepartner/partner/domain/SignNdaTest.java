package org.servicepartner.partner.domain;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.SignNda;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.partner.domain.PartnerScenario.ALICE;
import static org.servicepartner.partner.domain.PartnerScenario.BEFORE;
import static org.servicepartner.partner.domain.PartnerScenario.COMPANY;
import static org.servicepartner.partner.domain.PartnerScenario.EDITION;
import static org.servicepartner.partner.domain.PartnerScenario.EMAIL;
import static org.servicepartner.partner.domain.PartnerScenario.INTRODUCED;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.OLD_EDITION;
import static org.servicepartner.partner.domain.PartnerScenario.ONBOARDED;
import static org.servicepartner.partner.domain.PartnerScenario.OUTDATED;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.PERSON_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.TEAM_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.partner;
import static org.servicepartner.partner.domain.PartnerScenario.signed;

class SignNdaTest {
    private static final Signer UNNAMED = new Signer(ALICE, EMAIL, null);
    private static final Signer NAMED = new Signer(ALICE, EMAIL, "Alice Alpine");
    private static final OnboardingAdvanced ADVANCED = new OnboardingAdvanced(PARTNER, "NDA", List.of(), NOW);

    private final PartnerScenario.Copies copies = new PartnerScenario.Copies();

    @Test
    void theOnboardingIsFinishedAndACopyKept() {
        partner(copies)
                .given(INVITED, REGISTERED, TEAM_GIVEN, INTRODUCED, PERSON_GIVEN)
                .when(new SignNda(PARTNER, EDITION, COMPANY, UNNAMED, NOW))
                .expectEvents(signed(EDITION, NAMED, NOW), ADVANCED);
        assertThat(copies.kept).containsExactly(new Agreement(PARTNER, EDITION, COMPANY, NAMED, NOW));
    }

    @Test
    void inTheOnboardingTheNameJustGivenCountsMoreThanTheLogInKnows() {
        partner()
                .given(INVITED, REGISTERED, TEAM_GIVEN, INTRODUCED, PERSON_GIVEN)
                .when(new SignNda(PARTNER, EDITION, COMPANY, new Signer(ALICE, EMAIL, "A. Invited"), NOW))
                .expectEvents(signed(EDITION, NAMED, NOW), ADVANCED);
    }

    @Test
    void anotherAdminSignsUnderTheNameOfTheLogIn() {
        Signer other = new Signer("a0000000-0000-4000-8000-0000000000a9", "adam@alpine-fitters.example", "Adam Alpine");
        partner()
                .given(INVITED, REGISTERED, TEAM_GIVEN, INTRODUCED, PERSON_GIVEN)
                .when(new SignNda(PARTNER, EDITION, COMPANY, other, NOW))
                .expectEvents(signed(EDITION, other, NOW), ADVANCED);
    }

    @Test
    void anotherTextThanTheOneOfferedIsRefused() {
        for (NdaEdition other : List.of(
                OLD_EDITION,
                new NdaEdition(EDITION.version(), "de", EDITION.documentHash()),
                new NdaEdition(EDITION.version(), EDITION.language(), "f".repeat(64)))) {
            partner(copies)
                    .given(INVITED, REGISTERED, TEAM_GIVEN, INTRODUCED, PERSON_GIVEN)
                    .when(new SignNda(PARTNER, other, COMPANY, UNNAMED, NOW))
                    .expectNoEvents()
                    .expectException(PartnerRefusal.NdaChanged.class);
        }
        assertThat(copies.kept).isEmpty();
    }

    @Test
    void beforeThePersonalDetailsItIsRefused() {
        partner(copies)
                .given(INVITED, REGISTERED, TEAM_GIVEN)
                .when(new SignNda(PARTNER, EDITION, COMPANY, UNNAMED, NOW))
                .expectNoEvents()
                .expectException(PartnerRefusal.StepOutOfOrder.class)
                .expectExceptionMessage("The step NDA cannot be completed yet: the next step is PERSONAL_DETAILS.");
        assertThat(copies.kept).isEmpty();
    }

    @Test
    void aSecondSignatureChangesNothing() {
        partner(copies)
                .given(
                        INVITED,
                        REGISTERED,
                        TEAM_GIVEN,
                        INTRODUCED,
                        PERSON_GIVEN,
                        signed(EDITION, NAMED, BEFORE),
                        ONBOARDED)
                .when(new SignNda(PARTNER, EDITION, COMPANY, UNNAMED, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        assertThat(copies.kept).isEmpty();
    }

    @Test
    void whoSignedAnOlderVersionSignsTheNewOneUnderTheNameOfTheLogIn() {
        Signer renamed = new Signer(ALICE, EMAIL, "Alice Alpine-Berg");
        partner()
                .given(
                        INVITED,
                        REGISTERED,
                        TEAM_GIVEN,
                        INTRODUCED,
                        PERSON_GIVEN,
                        signed(OLD_EDITION, NAMED, BEFORE),
                        ONBOARDED,
                        OUTDATED)
                .when(new SignNda(PARTNER, EDITION, COMPANY, renamed, NOW))
                .expectEvents(signed(EDITION, renamed, NOW), ADVANCED);
    }
}
