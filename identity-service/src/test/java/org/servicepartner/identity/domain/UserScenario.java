package org.servicepartner.identity.domain;

import java.time.Instant;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;

/** What the given-when-then tests of users share. */
final class UserScenario {
    static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    static final String ANOTHER_PARTNER = "b0000000-0000-4000-8000-000000000002";
    static final String ALICE = "a0000000-0000-4000-8000-0000000000a1";
    static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
    static final Instant BEFORE = NOW.minusSeconds(3600);

    static final Activated ALICE_ACTIVATED =
            new Activated(ALICE, PARTNER, "alice@alpine-fitters.example", "Alice", "Alpine", "ADMIN", BEFORE);
    static final Activated TOM_ACTIVATED =
            new Activated(TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", "TECHNICIAN", BEFORE);
    static final RoleChanged TOM_MADE_ADMIN = new RoleChanged(TOM, PARTNER, "ADMIN", BEFORE);
    static final Removed TOM_REMOVED = new Removed(TOM, PARTNER, BEFORE);

    private UserScenario() {}

    /** A user of a partner that has so many active admins besides. */
    static FixtureConfiguration<User> userBesides(int activeAdmins) {
        ActiveAdmins admins = (partnerId, userId) -> activeAdmins;
        return new AggregateTestFixture<>(User.class).registerInjectableResource(admins);
    }
}
