package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.testing.StoredEvents;

import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_MADE_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;

class StoredEventsTest {
    @Test
    void storedEventsKeepTheirNamesAndForm() {
        StoredEvents.verify(EventTypes.of(UserEvent.class), TOM_ACTIVATED, TOM_MADE_ADMIN, TOM_REMOVED);
    }
}
