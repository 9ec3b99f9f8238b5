package org.servicepartner.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import org.servicepartner.local.Mail;
import org.servicepartner.platform.security.LinkTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class InvitationTest extends RunningService {
    private static final String INVITED = "servicepartner.user.invited.v1";
    private static final String REVOKED = "servicepartner.user.invitation-revoked.v1";
    private static final String ACTIVATED = "servicepartner.user.activated.v1";
    private static final String REMOVED = "servicepartner.user.removed.v1";
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:8080/register#(\\S+)");

    private UUID user;
    private UUID invitation;
    private String address;

    @BeforeEach
    void somebody() {
        user = newId();
        invitation = newId();
        address = newAddress();
    }

    @Test
    void aColleagueGetsALinkThatIsSignedForTheAddress() {
        Instant expiresAt = now().plus(Duration.ofDays(7));
        told(
                INVITED,
                0,
                invitation(user, invitation, " " + address.toUpperCase(java.util.Locale.ROOT))
                        .with("expiresAt", expiresAt));

        Mail mail = onlyMailTo(address);
        assertThat(mail.subject()).isEqualTo("Your access to SmartControl");
        assertThat(mail.text()).contains("Hello Tina,", "Alice Alpine invites you", "SmartControl");
        String token = tokenIn(mail);
        assertThat(LinkTokens.idOf(token)).contains(invitation.toString());
        assertThat(LinkTokens.of(KEY).verifies(token, address, expiresAt)).isTrue();
        assertThat(mail.html()).contains("href=\"http://127.0.0.1:8080/register#" + token + "\"");
    }

    @Test
    void theFirstAdminIsToldWhoAsksForWhichFleet() {
        told(
                INVITED,
                0,
                invitation(user, invitation, address)
                        .with("kind", "FIRST_ADMIN")
                        .with("role", "ADMIN")
                        .with("language", "de")
                        .with("providerName", "Velocity Rentals")
                        .with("fleetName", "Vienna Vans")
                        .without("firstName")
                        .without("lastName")
                        .without("invitedBy"));
        Mail mail = onlyMailTo(address);
        assertThat(mail.subject())
                .isEqualTo("Velocity Rentals lädt Sie als Servicepartner ein: Registrierung abschließen");
        assertThat(mail.text())
                .contains("Vienna Vans", "Registrierung abschließen:\nhttp".replace("\n", lineEnd(mail)));
    }

    @Test
    void theTeamIsNamedWhenItsNameIsKnown() {
        UUID partner = newId();
        tell(
                PARTNERS,
                partner.toString(),
                "servicepartner.partner.details-changed.v1",
                3,
                team(partner, "Alpine Fitters"));
        await().until(() -> teamName(partner), "Alpine Fitters"::equals);
        tell(
                PARTNERS,
                partner.toString(),
                "servicepartner.partner.details-changed.v1",
                5,
                team(partner, "Alpine Experts"));
        tell(PARTNERS, partner.toString(), "servicepartner.partner.details-changed.v1", 4, team(partner, "Late News"));
        await().until(() -> teamName(partner), "Alpine Experts"::equals);

        told(INVITED, 0, invitation(user, invitation, address).with("partnerId", partner));
        assertThat(onlyMailTo(address).subject()).isEqualTo("Your access to SmartControl: join Alpine Experts");
    }

    @Test
    void theTokenIsNowhereButInTheEmail(CapturedOutput log) {
        told(INVITED, 0, invitation(user, invitation, address));
        Mail mail = onlyMailTo(address);
        String token = tokenIn(mail);
        String secret = token.substring(token.indexOf('.') + 1);

        assertThat(database()).contains(invitation.toString(), address).doesNotContain(secret);
        assertThat(log.getAll()).doesNotContain(secret).doesNotContain(KEY);
        assertThat(log.getAll().lines().filter(line -> !line.contains("greenmail")))
                .as("what the service itself logs")
                .noneMatch(line -> line.contains(address));
    }

    @Test
    void anInvitationIsSentOnceHoweverOftenItIsTold() {
        String id = newId().toString();
        String json = invitation(user, invitation, address).json();
        tellAs(id, USERS, user.toString(), INVITED, 0, json);
        tellAs(id, USERS, user.toString(), INVITED, 0, json);
        onlyMailTo(address);
        jdbc.sql("delete from inbound_message").update();
        tellAs(id, USERS, user.toString(), INVITED, 0, json);
        afterEverythingTold(USERS, user.toString());
        onlyMailTo(address);
        assertThat(states(address)).containsExactly("SENT");
    }

    @Test
    void anInvitationThatWasUsedBeforeItWasToldIsNotSent() {
        UUID partner = newId();
        told(ACTIVATED, 2, user(user, partner).with("email", address).with("role", "TECHNICIAN"));
        told(INVITED, 1, invitation(user, invitation, address).with("partnerId", partner));
        afterEverythingTold(USERS, user.toString());
        assertThat(states(address)).isEmpty();
        assertThat(jdbc.sql("select state from user_copy where user_id = ?")
                        .param(user)
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVE");
        assertThat(jdbc.sql("select first_name from user_copy where user_id = ?")
                        .param(user)
                        .query(String.class)
                        .single())
                .isEqualTo("Tina");
    }

    @Test
    void anInvitationThatWasRevokedBeforeItWasToldIsNotSent() {
        told(REVOKED, 2, user(user, newId()).with("invitationId", invitation));
        told(INVITED, 1, invitation(user, invitation, address));
        afterEverythingTold(USERS, user.toString());
        assertThat(states(address)).isEmpty();
    }

    @Test
    void anEarlierInvitationThatComesLateIsNotSent() {
        UUID second = newId();
        told(INVITED, 3, invitation(user, second, address).with("resent", true));
        told(INVITED, 1, invitation(user, invitation, address));
        afterEverythingTold(USERS, user.toString());
        assertThat(tokenIn(onlyMailTo(address))).startsWith(second.toString());
    }

    @Test
    void anInvitationThatWasSentAgainIsANewLetter() {
        told(INVITED, 0, invitation(user, invitation, address));
        onlyMailTo(address);
        UUID second = newId();
        told(INVITED, 1, invitation(user, second, address).with("resent", true));
        await().until(() -> states(address), List.of("SENT", "SENT")::equals);
        assertThat(mailsTo(address)).hasSize(2);
        assertThat(tokenIn(mailsTo(address).getLast())).startsWith(second.toString());
    }

    @Test
    void whatADeadMailServerHeldUpIsNotSentAfterTheLinkIsDead() {
        mailServerDies();
        String revoked = held(INVITED);
        UUID revokedUser = user;
        somebody();
        String used = held(INVITED);
        UUID usedUser = user;
        somebody();
        String replaced = held(INVITED);
        UUID replacedUser = user;
        somebody();
        String removed = held(INVITED);
        UUID removedUser = user;
        somebody();
        String open = held(INVITED);

        tell(
                USERS,
                revokedUser.toString(),
                REVOKED,
                1,
                user(revokedUser, newId()).json());
        tell(
                USERS,
                usedUser.toString(),
                ACTIVATED,
                1,
                user(usedUser, newId())
                        .with("email", used)
                        .with("role", "ADMIN")
                        .json());
        UUID second = newId();
        tell(
                USERS,
                replacedUser.toString(),
                INVITED,
                1,
                invitation(replacedUser, second, replaced).json());
        tell(
                USERS,
                removedUser.toString(),
                REMOVED,
                1,
                user(removedUser, newId()).json());
        await().until(() -> states(revoked), List.of("SUPERSEDED")::equals);
        await().until(() -> states(used), List.of("SUPERSEDED")::equals);
        await().until(() -> states(removed), List.of("SUPERSEDED")::equals);

        mailServerComesBack();
        await().until(() -> states(open), List.of("SENT")::equals);
        await().until(() -> states(replaced), List.of("SUPERSEDED", "SENT")::equals);
        assertThat(tokenIn(mailsTo(replaced).getFirst())).startsWith(second.toString());
        assertThat(mailsTo(replaced)).hasSize(1);
        assertThat(mailsTo(revoked)).isEmpty();
        assertThat(mailsTo(used)).isEmpty();
        assertThat(mailsTo(removed)).isEmpty();
        assertThat(jdbc.sql("select last_error from delivery where recipient = ?")
                        .param(revoked)
                        .query(String.class)
                        .single())
                .isEqualTo("The invitation was used, revoked or replaced, or has expired");
    }

    @Test
    void anExpiredInvitationIsNotSent() {
        told(INVITED, 0, invitation(user, invitation, address).with("expiresAt", now().minusSeconds(1)));
        await().until(() -> states(address), List.of("SUPERSEDED")::equals);
        assertThat(mailsTo(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOVED, REVOKED})
    void whoIsNoUserAnyMoreIsForgotten(String end) {
        told(INVITED, 0, invitation(user, invitation, address));
        onlyMailTo(address);
        told(end, 4, user(user, newId()));
        told(
                "servicepartner.user.renamed.v1",
                3,
                user(user, newId()).with("firstName", "Late").with("lastName", "News"));
        afterEverythingTold(USERS, user.toString());
        assertThat(jdbc.sql("select count(*) from user_copy where user_id = ? and state = 'REMOVED' and email is null"
                                + " and first_name is null and last_name is null")
                        .param(user)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private String held(String type) {
        told(type, 0, invitation(user, invitation, address));
        await().until(() -> states(address), List.of("PENDING")::equals);
        return address;
    }

    private void told(String type, long sequence, Json data) {
        tell(USERS, user.toString(), type, sequence, data.json());
    }

    private static String team(UUID partner, String name) {
        return new Json()
                .with("partnerId", partner)
                .with("teamName", name)
                .with("teamEmail", "x@y.example")
                .json();
    }

    private String teamName(UUID partner) {
        return jdbc.sql("select coalesce(max(team_name), '') from team_copy where partner_id = ?")
                .param(partner)
                .query(String.class)
                .single();
    }

    private static String lineEnd(Mail mail) {
        return mail.text().contains("\r\n") ? "\r\n" : "\n";
    }

    private static String tokenIn(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as("link in %s", mail.text()).isTrue();
        return link.group(1);
    }

    /** Every row of every table as text. */
    private String database() {
        StringBuilder dump = new StringBuilder();
        List<String> tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        for (String table : tables) {
            jdbc.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(dump::append);
        }
        return dump.toString();
    }
}
