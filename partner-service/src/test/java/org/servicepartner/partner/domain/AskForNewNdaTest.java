package org.servicepartner.partner.domain;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.AskForNewNda;
import org.servicepartner.partner.domain.PartnerEvent.NdaOutdated;

import static org.servicepartner.partner.domain.PartnerScenario.ALICE;
import static org.servicepartner.partner.domain.PartnerScenario.BEFORE;
import static org.servicepartner.partner.domain.PartnerScenario.EDITION;
import static org.servicepartner.partner.domain.PartnerScenario.EMAIL;
import static org.servicepartner.partner.domain.PartnerScenario.INTRODUCED;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.OLD_EDITION;
import static org.servicepartner.partner.domain.PartnerScenario.OLD_VERSION;
import static org.servicepartner.partner.domain.PartnerScenario.ONBOARDED;
import static org.servicepartner.partner.domain.PartnerScenario.OUTDATED;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.PERSON_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.TEAM_GIVEN;
import static org.servicepartner.partner.domain.PartnerScenario.VERSION;
import static org.servicepartner.partner.domain.PartnerScenario.partner;
import static org.servicepartner.partner.domain.PartnerScenario.signed;

class AskForNewNdaTest {
    private static final AskForNewNda ASK = new AskForNewNda(PARTNER, VERSION, NOW);
    private static final Signer SIGNER = new Signer(ALICE, EMAIL, "Alice Alpine");

    @Test
    void whoSignedAnOlderVersionIsAsked() {
        partner()
                .given(onboarded(OLD_EDITION))
                .when(ASK)
                .expectEvents(new NdaOutdated(PARTNER, OLD_VERSION, VERSION, List.of("NDA"), NOW));
    }

    @Test
    void whoIsAskedAlreadyIsNotAskedAgain() {
        partner().given(onboarded(OLD_EDITION)).andGiven(OUTDATED).when(ASK).expectNoEvents();
    }

    @Test
    void whoSignedTheCurrentVersionIsNotAsked() {
        partner().given(onboarded(EDITION)).when(ASK).expectNoEvents();
    }

    @Test
    void whoSignedANewerVersionIsNotAskedByAReplicaThatStillOffersTheOlderOne() {
        partner()
                .given(onboarded(EDITION))
                .when(new AskForNewNda(PARTNER, OLD_VERSION, NOW))
                .expectNoEvents();
    }

    @Test
    void whoNeverSignedIsNotAsked() {
        partner()
                .given(INVITED, REGISTERED, TEAM_GIVEN, INTRODUCED, PERSON_GIVEN)
                .when(ASK)
                .expectNoEvents();
    }

    private static List<Object> onboarded(NdaEdition edition) {
        return List.of(
                INVITED, REGISTERED, TEAM_GIVEN, INTRODUCED, PERSON_GIVEN, signed(edition, SIGNER, BEFORE), ONBOARDED);
    }
}
