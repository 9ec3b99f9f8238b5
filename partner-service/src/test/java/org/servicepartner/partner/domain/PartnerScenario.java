package org.servicepartner.partner.domain;

import java.time.Instant;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;

/** What the given-when-then tests of partners share. */
final class PartnerScenario {
    static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    static final String EMAIL = "alice@alpine-fitters.example";
    static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
    static final Instant BEFORE = NOW.minusSeconds(3600);

    static final Invited INVITED =
            new Invited(PARTNER, EMAIL, List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"), BEFORE);
    static final OnboardingAdvanced REGISTERED =
            new OnboardingAdvanced(PARTNER, "REGISTRATION", List.of("TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"), BEFORE);

    private PartnerScenario() {}

    static FixtureConfiguration<Partner> partner() {
        return new AggregateTestFixture<>(Partner.class);
    }
}
