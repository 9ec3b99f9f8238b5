package org.servicepartner.identity.domain;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.testing.StoredEvents;

import static org.servicepartner.identity.domain.UserScenario.ALICE_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_ACTIVATED;
import static org.servicepartner.identity.domain.UserScenario.TOM_ERASED;
import static org.servicepartner.identity.domain.UserScenario.TOM_ERASED_AT_JOB_SERVICE;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED;
import static org.servicepartner.identity.domain.UserScenario.TOM_INVITED_AS_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_MADE_ADMIN;
import static org.servicepartner.identity.domain.UserScenario.TOM_REGISTERED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REMOVED;
import static org.servicepartner.identity.domain.UserScenario.TOM_RENAMED;
import static org.servicepartner.identity.domain.UserScenario.TOM_REVOKED;

class StoredEventsTest {
    /**
     * Who somebody is is stored encrypted; here it stands in clear, with whose it is. The first form of {@code user.activated.v1} is that of the time before there were invitations, that of
     * {@code user.invited.v1} is that of the time before they had a contact.
     */
    @Test
    void storedEventsKeepTheirNamesAndForm() {
        StoredEvents.verify(
                EventTypes.of(UserEvent.class),
                TOM_INVITED,
                ALICE_INVITED,
                TOM_INVITED_AS_ADMIN,
                TOM_REVOKED,
                TOM_ACTIVATED,
                TOM_REGISTERED,
                TOM_RENAMED,
                TOM_MADE_ADMIN,
                TOM_REMOVED,
                TOM_ERASED,
                TOM_ERASED_AT_JOB_SERVICE);
    }
}
