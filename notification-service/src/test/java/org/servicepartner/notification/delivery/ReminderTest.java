package org.servicepartner.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.notification.policy.WhenARequestIsAboutToExpireThenRemindAdmins;
import org.servicepartner.notification.policy.WhenAnInvitationIsAboutToExpireThenRemindTheInvited;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.notification.view.Teams;
import org.servicepartner.notification.view.Users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service's own clock is right; a replica with a clock that is days ahead shows what happens then. */
class ReminderTest extends RunningService {
    private static final String REQUESTED = "servicepartner.fleet-connection.requested.v1";
    private static final String INVITED = "servicepartner.user.invited.v1";

    @Autowired
    Users users;

    @Autowired
    Teams teams;

    @Autowired
    Requests requests;

    @Autowired
    Invitations invitations;

    @Autowired
    Outbox outbox;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID partner;
    private UUID user;
    private UUID id;
    private String address;

    @BeforeEach
    void somebody() {
        partner = newId();
        user = newId();
        id = newId();
        address = newAddress();
    }

    @Test
    void adminsAreRemindedOnceOfARequestThatNobodyAnswers() throws Exception {
        String admin = admin(partner, "en");
        requested(request(id, partner, address));
        onlyMailTo(admin);
        atOnceIn(Duration.ofDays(4));
        assertThat(states(admin)).containsExactly("SENT");

        atOnceIn(Duration.ofDays(5).plusMinutes(1));
        await().until(() -> mailsTo(admin).size(), count -> count == 2);
        assertThat(mailsTo(admin).getLast().subject())
                .isEqualTo("The request of Velocity Rentals for the fleet Vienna Vans is about to expire");
        atOnceIn(Duration.ofDays(6));
        assertThat(states(admin)).hasSize(2);
        assertThat(causes(admin)).contains(id + "/expiring");
    }

    @Test
    void theServiceRemindsByItself() {
        String admin = admin(partner, "de");
        requested(request(id, partner, address)
                .with("partnerKnown", false)
                .with("requestedAt", now().minus(Duration.ofDays(6)))
                .with("expiresAt", now().plus(Duration.ofDays(1))));
        assertThat(onlyMailTo(admin).subject())
                .isEqualTo("Die Anfrage von Velocity Rentals für die Flotte Vienna Vans läuft bald ab");

        invited(invitation(user, newId(), address)
                .with("invitedAt", now().minus(Duration.ofDays(6)))
                .with("expiresAt", now().plus(Duration.ofDays(1))));
        await().until(() -> states(address), List.of("SENT", "SENT")::equals);
        assertThat(mailsTo(address))
                .anySatisfy(mail -> assertThat(mail.subject()).isEqualTo("Your invitation is about to expire"))
                .anySatisfy(mail -> assertThat(mail.subject()).isEqualTo("Your access to SmartControl"))
                .allSatisfy(mail -> assertThat(mail.text()).contains("http://127.0.0.1:8080/register#"));
    }

    @Test
    void nobodyIsRemindedOfWhatWasDecidedOrExpired() throws Exception {
        String admin = admin(partner, "en");
        UUID answered = newId();
        requested(request(answered, partner, address));
        requested(request(id, partner, address));
        await().until(() -> states(admin), List.of("SENT", "SENT")::equals);
        tell(
                CONNECTIONS,
                partner.toString(),
                "servicepartner.fleet-connection.declined.v1",
                ended(answered).json());
        afterEverythingTold(CONNECTIONS, partner.toString());
        atOnceIn(Duration.ofDays(8));
        atOnceIn(Duration.ofDays(6));
        assertThat(states(admin)).hasSize(2);
    }

    @Test
    void whatWasGivenWithLessTimeLeftIsNotRemindedOf() throws Exception {
        String admin = admin(partner, "en");
        requested(request(id, partner, address).with("expiresAt", now().plus(Duration.ofHours(47))));
        onlyMailTo(admin);
        invited(invitation(user, id, address).with("expiresAt", now().plus(Duration.ofHours(47))));
        onlyMailTo(address);
        atOnceIn(Duration.ofHours(46));
        assertThat(states(admin)).hasSize(1);
        assertThat(states(address)).hasSize(1);
    }

    @Test
    void theInvitedAreRemindedOnceUnlessTheInvitationWasUsedRevokedOrReplaced() throws Exception {
        invited(invitation(user, id, address));
        onlyMailTo(address);
        UUID revokedUser = newId();
        String revoked = newAddress();
        tell(
                USERS,
                revokedUser.toString(),
                INVITED,
                0,
                invitation(revokedUser, newId(), revoked).json());
        tell(
                USERS,
                revokedUser.toString(),
                "servicepartner.user.invitation-revoked.v1",
                1,
                user(revokedUser, partner).json());
        UUID usedUser = newId();
        String used = newAddress();
        tell(
                USERS,
                usedUser.toString(),
                INVITED,
                0,
                invitation(usedUser, newId(), used).json());
        activate(usedUser, partner, used, "TECHNICIAN", "en");
        afterEverythingTold(USERS, revokedUser.toString());
        int toRevoked = states(revoked).size();
        int toUsed = states(used).size();

        atOnceIn(Duration.ofDays(6));
        await().until(() -> mailsTo(address).size(), count -> count == 2);
        assertThat(causes(address)).contains(id + "/expiring");
        assertThat(states(revoked)).hasSize(toRevoked);
        assertThat(states(used)).hasSize(toUsed);
    }

    @Test
    void aReminderThatADeadMailServerHeldUpIsNotSentAfterTheDecision() throws Exception {
        String admin = admin(partner, "en");
        requested(request(id, partner, address).with("partnerKnown", false));
        afterEverythingTold(CONNECTIONS, partner.toString());
        mailServerDies();
        atOnceIn(Duration.ofDays(6));
        await().until(() -> states(admin), List.of("PENDING")::equals);
        tell(
                CONNECTIONS,
                partner.toString(),
                "servicepartner.fleet-connection.accepted.v1",
                ended(id).json());
        await().until(() -> states(admin), List.of("SUPERSEDED")::equals);
    }

    /** Three replicas look at the same time, this much later. */
    private void atOnceIn(Duration ahead) throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        var remindAdmins = new WhenARequestIsAboutToExpireThenRemindAdmins(requests, users, outbox, transaction, clock);
        var remindInvited =
                new WhenAnInvitationIsAboutToExpireThenRemindTheInvited(invitations, teams, outbox, transaction, clock);
        Callable<Object> replica = Executors.callable(() -> {
            remindAdmins.remind();
            remindInvited.remind();
        });
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : replicas.invokeAll(List.of(replica, replica, replica))) {
                done.get();
            }
        }
        jdbc.sql(
                        "update delivery set next_attempt_at = now() where state = 'PENDING' and next_attempt_at > now() + interval '1 day'")
                .update();
    }

    private List<String> causes(String recipient) {
        return jdbc.sql("select cause_id from delivery where recipient = ?")
                .param(recipient)
                .query(String.class)
                .list();
    }

    private void requested(Json data) {
        tell(CONNECTIONS, partner.toString(), REQUESTED, data.json());
    }

    private void invited(Json data) {
        tell(USERS, user.toString(), INVITED, 0, data.json());
    }
}
