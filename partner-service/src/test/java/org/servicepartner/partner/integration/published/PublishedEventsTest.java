package org.servicepartner.partner.integration.published;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerDetailsChanged;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerInvited;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerNdaOutdated;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerNdaSigned;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerOnboardingAdvanced;
import org.servicepartner.partner.integration.published.PublishedPartnerEvent.PartnerPersonalDetailsGiven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PublishedEventsTest {
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    private static final String ALICE = "a0000000-0000-4000-8000-0000000000a1";
    private static final Instant AT = Instant.parse("2026-03-02T08:30:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Arguments> published() {
        return List.of(
                arguments(
                        PartnerInvited.TYPE,
                        new PartnerInvited(
                                PARTNER,
                                "alice@alpine-fitters.example.com",
                                List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"))),
                arguments(
                        PartnerOnboardingAdvanced.TYPE,
                        new PartnerOnboardingAdvanced(PARTNER, "PERSONAL_DETAILS", List.of("NDA"))),
                arguments(
                        PartnerDetailsChanged.TYPE,
                        new PartnerDetailsChanged(PARTNER, "Alpine Fitters", "team@alpine-fitters.example.com")),
                arguments(
                        PartnerPersonalDetailsGiven.TYPE,
                        new PartnerPersonalDetailsGiven(PARTNER, ALICE, "Alice", "Alpine", AT)),
                arguments(
                        PartnerNdaSigned.TYPE,
                        new PartnerNdaSigned(
                                PARTNER,
                                "2026-01-01",
                                "en",
                                "b".repeat(64),
                                "c".repeat(64),
                                "Alpine Fitters GmbH",
                                "Alice Alpine",
                                ALICE,
                                AT,
                                List.of())),
                arguments(
                        PartnerNdaOutdated.TYPE,
                        new PartnerNdaOutdated(PARTNER, "2025-06-01", "2026-01-01", List.of("NDA"), AT)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsPublishedIsTheExampleOfTheContract(String type, PublishedPartnerEvent data) throws IOException {
        try (InputStream example = getClass().getResourceAsStream("/contracts/examples/" + type + ".json")) {
            assertThat(JSON.readTree(JSON.writeValueAsString(data))).isEqualTo(JSON.readTree(example));
        }
    }
}
