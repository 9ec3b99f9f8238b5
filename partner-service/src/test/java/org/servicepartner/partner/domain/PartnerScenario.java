package org.servicepartner.partner.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

import org.servicepartner.partner.domain.PartnerEvent.Invited;
import org.servicepartner.partner.domain.PartnerEvent.NdaOutdated;
import org.servicepartner.partner.domain.PartnerEvent.NdaSigned;
import org.servicepartner.partner.domain.PartnerEvent.OnboardingAdvanced;
import org.servicepartner.partner.domain.PartnerEvent.PersonalDetailsGiven;

/** What the given-when-then tests of partners share. */
final class PartnerScenario {
    static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    static final String EMAIL = "alice@alpine-fitters.example";
    static final String ALICE = "a0000000-0000-4000-8000-0000000000a1";
    static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
    static final Instant BEFORE = NOW.minusSeconds(3600);

    static final String OLD_VERSION = "2025-06-01";
    static final String VERSION = "2026-01-01";
    static final NdaEdition OLD_EDITION = new NdaEdition(OLD_VERSION, "en", "a".repeat(64));
    static final NdaEdition EDITION = new NdaEdition(VERSION, "en", "b".repeat(64));
    static final Company COMPANY = new Company("Alpine Fitters GmbH", "Bergstraße 7", "6020 Innsbruck", "Alice Alpine");
    static final String COPY_HASH = "c".repeat(64);

    static final Invited INVITED =
            new Invited(PARTNER, EMAIL, List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"), BEFORE);
    static final OnboardingAdvanced REGISTERED =
            new OnboardingAdvanced(PARTNER, "REGISTRATION", List.of("TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"), BEFORE);
    static final OnboardingAdvanced TEAM_GIVEN =
            new OnboardingAdvanced(PARTNER, "TEAM_DETAILS", List.of("PERSONAL_DETAILS", "NDA"), BEFORE);
    static final PersonalDetailsGiven INTRODUCED = new PersonalDetailsGiven(PARTNER, ALICE, "Alice", "Alpine", BEFORE);
    static final OnboardingAdvanced PERSON_GIVEN =
            new OnboardingAdvanced(PARTNER, "PERSONAL_DETAILS", List.of("NDA"), BEFORE);
    static final OnboardingAdvanced ONBOARDED = new OnboardingAdvanced(PARTNER, "NDA", List.of(), BEFORE);
    static final NdaOutdated OUTDATED = new NdaOutdated(PARTNER, OLD_VERSION, VERSION, List.of("NDA"), BEFORE);

    private PartnerScenario() {}

    /** A partner to whom {@link #EDITION} is offered. */
    static FixtureConfiguration<Partner> partner() {
        return partner(new Copies());
    }

    static FixtureConfiguration<Partner> partner(Copies copies) {
        return new AggregateTestFixture<>(Partner.class)
                .registerInjectableResource(new Offered())
                .registerInjectableResource(copies);
    }

    static NdaSigned signed(NdaEdition edition, Signer signer, Instant at) {
        return new NdaSigned(
                PARTNER,
                edition.version(),
                edition.language(),
                edition.documentHash(),
                COPY_HASH,
                COMPANY.name(),
                COMPANY.street(),
                COMPANY.zipCity(),
                COMPANY.representative(),
                signer.userId(),
                signer.email(),
                signer.name(),
                List.of(),
                at);
    }

    /** Offers {@link #EDITION}. */
    private static final class Offered implements CurrentNda {
        @Override
        public String version() {
            return VERSION;
        }

        @Override
        public boolean is(NdaEdition edition) {
            return edition.equals(EDITION);
        }
    }

    /** Keeps agreements in a list. */
    static final class Copies implements SignedCopies {
        final List<Agreement> kept = new ArrayList<>();

        @Override
        public String keep(Agreement agreement) {
            kept.add(agreement);
            return COPY_HASH;
        }
    }
}
