package org.servicepartner.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Erased;
import org.servicepartner.identity.domain.UserEvent.ErasureConfirmed;
import org.servicepartner.identity.domain.UserEvent.InvitationRevoked;
import org.servicepartner.identity.domain.UserEvent.Invited;
import org.servicepartner.identity.domain.UserEvent.InvitedRoleChanged;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.Renamed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;

/** What the given-when-then tests of users share. */
final class UserScenario {
    static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    static final String ANOTHER_PARTNER = "b0000000-0000-4000-8000-000000000002";
    static final String ALICE = "a0000000-0000-4000-8000-0000000000a1";
    static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    static final String INVITATION = "c0000000-0000-4000-8000-0000000000c1";
    static final String ANOTHER_INVITATION = "c0000000-0000-4000-8000-0000000000c2";
    static final String ERASURE = "e0000000-0000-4000-8000-0000000000e1";
    static final String ANOTHER_ERASURE = "e0000000-0000-4000-8000-0000000000e2";
    static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
    static final Instant BEFORE = NOW.minusSeconds(3600);
    static final Instant EXPIRY = BEFORE.plus(Duration.ofDays(7));
    static final Instant LATER_EXPIRY = NOW.plus(Duration.ofDays(7));

    static final Invited ALICE_INVITED = new Invited(
            ALICE,
            PARTNER,
            INVITATION,
            "alice@alpine-fitters.example",
            null,
            null,
            "ADMIN",
            "de",
            "FIRST_ADMIN",
            "City Cars",
            "City Cars North",
            null,
            null,
            null,
            false,
            EXPIRY,
            BEFORE);
    static final Invited TOM_INVITED = tomInvited(INVITATION, "TECHNICIAN", false, EXPIRY, BEFORE);
    static final InvitedRoleChanged TOM_INVITED_AS_ADMIN = new InvitedRoleChanged(TOM, PARTNER, "ADMIN", BEFORE);
    static final InvitationRevoked TOM_REVOKED = new InvitationRevoked(TOM, PARTNER, INVITATION, BEFORE);
    static final Activated TOM_REGISTERED = new Activated(
            TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", "TECHNICIAN", "de", INVITATION, BEFORE);

    static final Activated ALICE_ACTIVATED = new Activated(
            ALICE, PARTNER, "alice@alpine-fitters.example", "Alice", "Alpine", "ADMIN", null, null, BEFORE);
    static final Activated TOM_ACTIVATED = new Activated(
            TOM, PARTNER, "tom@alpine-fitters.example", "Tom", "Tauern", "TECHNICIAN", null, null, BEFORE);
    static final Renamed TOM_RENAMED = new Renamed(TOM, PARTNER, "Thomas", "Tauern", BEFORE);
    static final RoleChanged TOM_MADE_ADMIN = new RoleChanged(TOM, PARTNER, "ADMIN", BEFORE);
    static final Removed TOM_REMOVED = new Removed(TOM, PARTNER, BEFORE);
    static final Erased TOM_ERASED = new Erased(TOM, PARTNER, ERASURE, BEFORE);
    static final ErasureConfirmed TOM_ERASED_AT_JOB_SERVICE =
            new ErasureConfirmed(TOM, PARTNER, ERASURE, "job-service", BEFORE);

    private UserScenario() {}

    static Invited tomInvited(String invitation, String role, boolean resent, Instant expiresAt, Instant at) {
        return new Invited(
                TOM,
                PARTNER,
                invitation,
                "tom@alpine-fitters.example",
                "Tom",
                "Tauern",
                role,
                "de",
                "COLLEAGUE",
                null,
                null,
                ALICE,
                "Alice Alpine",
                "alice@alpine-fitters.example",
                resent,
                expiresAt,
                at);
    }

    /** A user of a partner that has so many active admins besides. */
    static FixtureConfiguration<User> userBesides(int activeAdmins) {
        return user(activeAdmins, null, false);
    }

    /** A user whose address is used at this partner already. */
    static FixtureConfiguration<User> userWithAddressUsedAt(String partnerId) {
        return user(0, partnerId, false);
    }

    /** A user of a partner that expects another person to register as its first admin. */
    static FixtureConfiguration<User> userBesidesAnExpectedFirstAdmin() {
        return user(0, null, true);
    }

    private static FixtureConfiguration<User> user(
            int activeAdmins, @Nullable String partnerUsingAddress, boolean firstAdminExpected) {
        OtherUsers others = new OtherUsers() {
            @Override
            public int activeAdminsBesides(String partnerId, String userId) {
                return activeAdmins;
            }

            @Override
            public Optional<String> partnerUsing(String email) {
                return Optional.ofNullable(partnerUsingAddress);
            }

            @Override
            public boolean firstAdminExpectedBesides(String partnerId, String userId, Instant at) {
                return firstAdminExpected;
            }
        };
        return new AggregateTestFixture<>(User.class).registerInjectableResource(others);
    }
}
