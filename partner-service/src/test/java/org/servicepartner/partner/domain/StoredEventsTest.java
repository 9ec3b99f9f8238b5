package org.servicepartner.partner.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.testing.StoredEvents;

import static org.servicepartner.partner.domain.PartnerScenario.ALICE;
import static org.servicepartner.partner.domain.PartnerScenario.EDITION;
import static org.servicepartner.partner.domain.PartnerScenario.EMAIL;
import static org.servicepartner.partner.domain.PartnerScenario.INTRODUCED;
import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.OUTDATED;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;
import static org.servicepartner.partner.domain.PartnerScenario.signed;

class StoredEventsTest {
    @Test
    void storedEventsKeepTheirNamesAndForm() {
        StoredEvents.verify(
                EventTypes.of(PartnerEvent.class),
                INVITED,
                REGISTERED,
                INTRODUCED,
                signed(EDITION, new Signer(ALICE, EMAIL, "Alice Alpine"), NOW),
                signed(EDITION, new Signer(ALICE, null, null), NOW),
                OUTDATED,
                new DetailsChanged(PARTNER, "Alpine Fitters", "team@alpine-fitters.example", NOW));
    }
}
