package org.servicepartner.identity.integration.published;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.identity.integration.published.PublishedUserEvent.UserActivated;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserErased;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserInvitationRevoked;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserInvited;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRemoved;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRenamed;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRoleChanged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PublishedEventsTest {
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    private static final String ALICE = "a0000000-0000-4000-8000-0000000000a1";
    private static final String ALICES_ADDRESS = "alice@alpine-fitters.example.com";
    private static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    private static final String TOMS_ADDRESS = "tom@alpine-fitters.example.com";
    private static final String INVITATION = "c0000000-0000-4000-8000-0000000000c1";
    private static final String ERASURE = "e0000000-0000-4000-8000-0000000000e1";
    private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(7));

    /** Like the services' own: what is missing is left out. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    static List<Arguments> published() {
        return List.of(
                arguments(
                        UserInvited.TYPE,
                        new UserInvited(
                                TOM,
                                PARTNER,
                                INVITATION,
                                TOMS_ADDRESS,
                                "Tom",
                                "Tauern",
                                "TECHNICIAN",
                                "de",
                                "COLLEAGUE",
                                null,
                                null,
                                ALICE,
                                "Alice Alpine",
                                false,
                                EXPIRY,
                                NOW)),
                arguments(
                        UserInvited.TYPE + "--2",
                        new UserInvited(
                                ALICE,
                                PARTNER,
                                INVITATION,
                                ALICES_ADDRESS,
                                null,
                                null,
                                "ADMIN",
                                "en",
                                "FIRST_ADMIN",
                                "City Cars",
                                "City Cars North",
                                null,
                                null,
                                true,
                                EXPIRY,
                                NOW)),
                arguments(UserInvitationRevoked.TYPE, new UserInvitationRevoked(TOM, PARTNER, INVITATION, NOW)),
                arguments(
                        UserActivated.TYPE,
                        new UserActivated(TOM, PARTNER, TOMS_ADDRESS, "Tom", "Tauern", "TECHNICIAN", "de", NOW)),
                arguments(
                        UserActivated.TYPE + "--2",
                        new UserActivated(ALICE, PARTNER, ALICES_ADDRESS, null, null, "ADMIN", null, NOW)),
                arguments(UserRenamed.TYPE, new UserRenamed(TOM, PARTNER, "Thomas", "Tauern", NOW)),
                arguments(UserRoleChanged.TYPE, new UserRoleChanged(TOM, PARTNER, "ADMIN")),
                arguments(UserRemoved.TYPE, new UserRemoved(TOM, PARTNER)),
                arguments(UserErased.TYPE, new UserErased(TOM, PARTNER, ERASURE, NOW)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsPublishedIsTheExampleOfTheContract(String example, PublishedUserEvent data) throws IOException {
        try (InputStream approved = getClass().getResourceAsStream("/contracts/examples/" + example + ".json")) {
            assertThat(JSON.readTree(JSON.writeValueAsString(data))).isEqualTo(JSON.readTree(approved));
        }
    }
}
