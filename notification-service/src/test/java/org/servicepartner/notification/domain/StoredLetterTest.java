package org.servicepartner.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.testing.ApprovedFiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters that wait for a dead mail server outlive a new version of the service. */
class StoredLetterTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant TIME = Instant.parse("2026-11-30T14:25:31Z");
    private static final UUID COLLEAGUE = UUID.fromString("33333333-3333-4333-8333-333333333333");
    private static final UUID CONNECTION = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final List<Letter> LETTERS = List.of(
            new Letter.CompleteRegistration("invitation", "Velocity Rentals", "Vienna Vans", TIME),
            new Letter.UserInvitation(
                    "invitation", Role.TECHNICIAN, "Tina", "Alpine Fitters", COLLEAGUE, "Alice Alpine", TIME),
            new Letter.InvitationExpiring("invitation", null, null, "Velocity Rentals", "Vienna Vans", TIME),
            new Letter.FleetConnectionRequested(CONNECTION, "Alice", "Velocity Rentals", "Vienna Vans", TIME, true),
            new Letter.RequestExpiring(CONNECTION, "Alice", "Velocity Rentals", "Vienna Vans", TIME),
            new Letter.ConnectionDeleted("Alpine Fitters", "Velocity Rentals", "Vienna Vans", TIME),
            new Letter.NdaSigned("Alice", "2026-1", "Alpine Fitters GmbH", "Alice Alpine", "9f86d081", TIME));

    @Test
    void everyLetterIsStoredAsApprovedAndCanBeReadAgain() {
        ApprovedFiles approved = new ApprovedFiles();
        for (Letter letter : LETTERS) {
            LetterKind kind = LetterKind.of(letter);
            String file = "letters/" + kind.name() + ".json";
            approved.verifyJson(file, JSON.writeValueAsString(letter));
            assertThat(JSON.readValue(approved.text(file), kind.letter())).isEqualTo(letter);
        }
        assertThat(LETTERS.stream().map(LetterKind::of)).containsExactlyInAnyOrder(LetterKind.values());
    }

    @Test
    void aReminderThatAnEarlierVersionStoredWithTheRoleCanBeRead() {
        String stored = "{\"invitationId\":\"invitation\",\"role\":\"ADMIN\",\"validUntil\":\"2026-11-30T14:25:31Z\"}";
        assertThat(JSON.readValue(stored, Letter.InvitationExpiring.class))
                .isEqualTo(new Letter.InvitationExpiring("invitation", null, null, null, null, TIME));
    }
}
