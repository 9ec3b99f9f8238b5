package org.servicepartner.partner.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerCommand.ChangeDetails;
import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;

import static org.servicepartner.partner.domain.PartnerScenario.BEFORE;
import static org.servicepartner.partner.domain.PartnerScenario.EMAIL;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.partner;

class ChangeDetailsTest {
    @Test
    void nameAndAddressAreReplaced() {
        partner()
                .given(INVITED)
                .when(new ChangeDetails(PARTNER, "Alpine Fitters", "team@alpine-fitters.example", NOW))
                .expectEvents(new DetailsChanged(PARTNER, "Alpine Fitters", "team@alpine-fitters.example", NOW));
    }

    @Test
    void theInvitedAddressCanStayTheTeamsAddress() {
        partner()
                .given(INVITED)
                .when(new ChangeDetails(PARTNER, "Alpine Fitters", EMAIL, NOW))
                .expectEvents(new DetailsChanged(PARTNER, "Alpine Fitters", EMAIL, NOW));
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        partner()
                .given(INVITED, new DetailsChanged(PARTNER, "Alpine Fitters", EMAIL, BEFORE))
                .when(new ChangeDetails(PARTNER, "Alpine Fitters", EMAIL, NOW))
                .expectNoEvents();
    }
}
