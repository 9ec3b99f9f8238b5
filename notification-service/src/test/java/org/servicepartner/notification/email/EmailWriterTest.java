package org.servicepartner.notification.email;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.domain.LetterKind;
import org.servicepartner.notification.domain.Role;
import org.servicepartner.platform.security.LinkTokens;
import org.servicepartner.platform.testing.ApprovedFiles;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class EmailWriterTest {
    private static final LinkTokens TOKENS = new LinkTokens(List.of(new byte[32]));
    private static final String INVITATION = "11111111-1111-4111-8111-111111111111";
    private static final UUID CONNECTION = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final Instant UNTIL = Instant.parse("2026-11-30T14:25:31Z");
    private static final Instant AT = Instant.parse("2026-03-02T08:05:00Z");
    private static final String RECIPIENT = "alice@alpine-fitters.example";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\"<\\s]+");

    private final EmailWriter writer = new EmailWriter(new Links(URI.create("https://portal.example/"), TOKENS));

    static Stream<Arguments> letters() {
        return all("Alice", "Alpine Fitters", "Ben Burger", "Velocity Rentals", "Vienna Vans").entrySet().stream()
                .flatMap(letter -> Arrays.stream(Language.values())
                        .map(language -> Arguments.of(letter.getKey(), language, letter.getValue())));
    }

    private static Map<String, Letter> all(
            @Nullable String person, @Nullable String team, String colleague, String provider, String fleet) {
        Map<String, Letter> letters = new LinkedHashMap<>();
        letters.put("complete-registration", new Letter.CompleteRegistration(INVITATION, provider, fleet, UNTIL));
        letters.put(
                "complete-registration--nobody-named", new Letter.CompleteRegistration(INVITATION, null, null, UNTIL));
        letters.put(
                "user-invitation--technician",
                new Letter.UserInvitation(INVITATION, Role.TECHNICIAN, person, team, null, colleague, UNTIL));
        letters.put(
                "user-invitation--admin",
                new Letter.UserInvitation(INVITATION, Role.ADMIN, person, team, null, colleague, UNTIL));
        letters.put(
                "user-invitation--nobody-named",
                new Letter.UserInvitation(INVITATION, Role.TECHNICIAN, null, null, null, null, UNTIL));
        letters.put(
                "invitation-expiring--first-admin",
                new Letter.InvitationExpiring(INVITATION, null, null, provider, fleet, UNTIL));
        letters.put(
                "invitation-expiring--colleague",
                new Letter.InvitationExpiring(INVITATION, person, team, null, null, UNTIL));
        letters.put(
                "fleet-connection-requested--admin",
                new Letter.FleetConnectionRequested(CONNECTION, person, provider, fleet, UNTIL, true));
        letters.put(
                "fleet-connection-requested--unregistered",
                new Letter.FleetConnectionRequested(CONNECTION, null, provider, fleet, UNTIL, false));
        letters.put("request-expiring", new Letter.RequestExpiring(CONNECTION, person, provider, fleet, UNTIL));
        letters.put("connection-deleted", new Letter.ConnectionDeleted(team, provider, fleet, AT));
        letters.put("connection-deleted--team-unnamed", new Letter.ConnectionDeleted(null, provider, fleet, AT));
        letters.put(
                "nda-signed",
                new Letter.NdaSigned(
                        person,
                        "2026-1",
                        team + " GmbH",
                        "Alice Alpine",
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        AT));
        return letters;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("letters")
    void everyLetterIsWordedAsApproved(String name, Language language, Letter letter) {
        Email email = writer.write(letter, RECIPIENT, language);
        ApprovedFiles approved = new ApprovedFiles();
        String file = "emails/%s/%s.".formatted(name, language.code());
        approved.verifyText(file + "subject.txt", email.subject() + "\n");
        approved.verifyText(file + "txt", email.text());
        approved.verifyText(file + "html", email.html());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("letters")
    void everyLetterWorksInMailClients(String name, Language language, Letter letter) {
        Email email = writer.write(letter, RECIPIENT, language);
        assertThat(email.html())
                .startsWith("<!DOCTYPE html>\n<html lang=\"" + language.code() + "\"")
                .contains("<title>", "name=\"viewport\"", "prefers-color-scheme: dark", "max-width:600px")
                .doesNotContain("<img", "<script", "<link", "url(", "@import", "{{", "}}");
        assertThat(email.text()).doesNotContain("{{", "}}", "<", "\n\n\n", "  ");
        assertThat(email.subject()).hasSizeBetween(10, 120);

        Set<String> linked = addresses(email.html());
        linked.remove("http://www.w3.org/1999/xhtml");
        assertThat(linked)
                .isEqualTo(addresses(email.text()))
                .hasSize(letter instanceof Letter.ConnectionDeleted ? 0 : 1);
    }

    @Test
    void thereIsATestForEveryKindOfLetter() {
        assertThat(letters().map(each -> LetterKind.of((Letter) each.get()[2])).collect(toSet()))
                .containsExactlyInAnyOrder(LetterKind.values());
    }

    @Test
    void aRegistrationLinkIsSignedForItsRecipientAndItsExpiry() {
        Email email = writer.write(
                new Letter.CompleteRegistration(INVITATION, "Velocity Rentals", "Vienna Vans", UNTIL),
                RECIPIENT,
                Language.EN);
        String link = addresses(email.text()).iterator().next();
        assertThat(link).startsWith("https://portal.example/register#");
        String token = link.substring(link.indexOf('#') + 1);
        assertThat(LinkTokens.idOf(token)).contains(INVITATION);
        assertThat(TOKENS.verifies(token, RECIPIENT, UNTIL)).isTrue();
        assertThat(TOKENS.verifies(token, "mallory@example.org", UNTIL)).isFalse();
        assertThat(TOKENS.verifies(token, RECIPIENT, UNTIL.plusSeconds(1))).isFalse();
    }

    @Test
    void othersWordsStayWords() {
        String evil = "<img src=x onerror=alert(1)> & Co\r\nBcc: victim@example.org\u2028\u202Egnp\u0085\"'";
        all(evil, evil, evil, evil, evil).forEach((name, letter) -> {
            for (Language language : Language.values()) {
                Email email = writer.write(letter, RECIPIENT, language);
                assertThat(email.subject()).as(name).doesNotContain("\r", "\n", "\u2028", "\u202E", "\u0085");
                assertThat(email.html()).as(name).doesNotContain("<img", "onerror=alert", "\u202E", "\r");
                assertThat(email.text()).as(name).doesNotContain("\nBcc", "\u202E", "\r");
            }
        });
    }

    @Test
    void aNameWithoutEndIsCut() {
        Email email = writer.write(
                new Letter.RequestExpiring(CONNECTION, null, "V".repeat(5_000), "Vienna Vans", UNTIL),
                RECIPIENT,
                Language.EN);
        assertThat(email.subject()).contains("V".repeat(119) + "…").hasSizeLessThan(200);
    }

    private static Set<String> addresses(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group).collect(toSet());
    }
}
