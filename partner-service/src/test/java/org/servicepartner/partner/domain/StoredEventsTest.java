package org.servicepartner.partner.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.partner.domain.PartnerEvent.DetailsChanged;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.testing.StoredEvents;

import static org.servicepartner.partner.domain.PartnerScenario.INVITED;
import static org.servicepartner.partner.domain.PartnerScenario.NOW;
import static org.servicepartner.partner.domain.PartnerScenario.PARTNER;
import static org.servicepartner.partner.domain.PartnerScenario.REGISTERED;

class StoredEventsTest {
    @Test
    void storedEventsKeepTheirNamesAndForm() {
        StoredEvents.verify(
                EventTypes.of(PartnerEvent.class),
                INVITED,
                REGISTERED,
                new DetailsChanged(PARTNER, "Alpine Fitters", "team@alpine-fitters.example", NOW));
    }
}
