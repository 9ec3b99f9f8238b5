package org.servicepartner.notification.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.domain.RetryRule;
import org.servicepartner.notification.email.EmailWriter;
import org.servicepartner.notification.email.Links;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.platform.security.LinkTokens;
import org.servicepartner.platform.testing.ApprovedFiles;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of letters with mail servers of every kind; the letters of other replicas are due later than those of the service. */
class DeliveryTest extends RunningService {
    private static final String REQUESTED = "servicepartner.fleet-connection.requested.v1";
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: .*$");

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    MailServer smtp;

    @Autowired
    Invitations invitations;

    @Autowired
    Requests requests;

    @Autowired
    PlatformTransactionManager transactions;

    private String address;

    @BeforeEach
    void somebody() {
        address = newAddress();
    }

    @Test
    void whatADeadMailServerMissesIsSentOnceWhenItIsBack() {
        mailServerDies();
        tell(CONNECTIONS, "p", REQUESTED, request(newId(), newId(), address).json());
        await().until(() -> attempts(address) >= 2);
        assertThat(states(address)).containsExactly("PENDING");
        assertThat(lastError()).isNotBlank();
        await().until(() -> told("servicepartner_deliveries_pending"), letters -> letters > 0);
        await().until(() -> told("servicepartner_deliveries_oldest_seconds"), age -> age > 0);
        double sent = told("servicepartner_deliveries_delay_seconds_count");

        mailServerComesBack();
        afterEverythingTold(CONNECTIONS, "p");
        onlyMailTo(address);
        await().until(() -> told("servicepartner_deliveries_pending"), letters -> letters == 0);
        await().until(() -> told("servicepartner_deliveries_oldest_seconds"), age -> age == 0);
        assertThat(told("servicepartner_deliveries_delay_seconds_count")).isEqualTo(sent + 2);
    }

    @Test
    void theLogForgetsAfterAWhileToWhomALetterWentButNotThatItWasSent() {
        String cause = newId().toString();
        orderForLater(cause, address);
        replica(smtp).deliverAllDue();
        onlyMailTo(address);
        after(Duration.ofDays(89)).forgetPeople();
        assertThat(states(address)).containsExactly("SENT");

        after(Duration.ofDays(91)).forgetPeople();
        after(Duration.ofDays(92)).forgetPeople();
        assertThat(row(cause)).contains("SENT").doesNotContain(address, "Velocity");
        orderForLater(cause, address);
        replica(smtp).deliverAllDue();
        assertThat(states(address)).isEmpty();
        assertThat(mailsTo(address)).hasSize(1);
    }

    private String row(String cause) {
        return jdbc.sql("select delivery::text from delivery where cause_id = ?")
                .param(cause)
                .query(String.class)
                .single();
    }

    /** What the log's retention does that many days later. */
    private LogRetention after(Duration later) {
        return new LogRetention(outbox, Duration.ofDays(90), Clock.offset(Clock.systemUTC(), later));
    }

    @Test
    void severalReplicasSendEachLetterOnce() throws Exception {
        List<String> addresses =
                IntStream.range(0, 40).mapToObj(i -> newAddress()).toList();
        addresses.forEach(this::orderForLater);
        Callable<Object> replica = Executors.callable(replica(smtp)::deliverAllDue);
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : replicas.invokeAll(List.of(replica, replica, replica))) {
                done.get();
            }
        }
        await().untilAsserted(() -> assertThat(addresses)
                .allSatisfy(each -> assertThat(mailsTo(each)).hasSize(1))
                .allSatisfy(each -> assertThat(states(each)).containsExactly("SENT")));
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnceAndHoldsNobodyUp() {
        String wrong = "not an address " + newId();
        tell(CONNECTIONS, "p", REQUESTED, request(newId(), newId(), wrong).json());
        afterEverythingTold(CONNECTIONS, "p");
        await().until(() -> states(wrong), List.of("FAILED")::equals);
        assertThat(attempts(wrong)).isOne();
    }

    @Test
    void anAddressCannotBringAHeaderOrARecipientAlong() {
        String evil = newId() + "@alpine-fitters.example\r\nbcc: victim@example.org";
        String two = newId() + "@alpine-fitters.example,victim@example.org";
        tell(CONNECTIONS, "p", REQUESTED, request(newId(), newId(), evil).json());
        tell(CONNECTIONS, "p", REQUESTED, request(newId(), newId(), two).json());
        await().until(() -> states(evil), List.of("FAILED")::equals);
        await().until(() -> states(two), List.of("FAILED")::equals);
        assertThat(mailsTo("victim@example.org")).isEmpty();
    }

    @Test
    void anAddressThatTheServerRefusesForGoodIsGivenUpAndOneItRefusesForNowIsNot() throws Exception {
        try (var server = new ScriptedMailServer(ScriptedMailServer.Script.refusesAddress("550 no such user"))) {
            orderForLater(address);
            replica(server).deliverAllDue();
            assertThat(states(address)).containsExactly("FAILED");
            assertThat(lastError()).contains("550");

            server.becomes(ScriptedMailServer.Script.refusesAddress("450 try again later"));
            address = newAddress();
            orderForLater(address);
            replica(server).deliverAllDue();
            assertThat(states(address)).containsExactly("PENDING");
            assertThat(attempts(address)).isOne();

            server.becomes(ScriptedMailServer.Script.takesAll());
            await().untilAsserted(() -> {
                replica(server).deliverAllDue();
                assertThat(states(address)).containsExactly("SENT");
            });
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aMailSaysWhatItIsAndARepetitionIsRecognised() throws Exception {
        try (var server = new ScriptedMailServer(ScriptedMailServer.Script.takesAll())) {
            orderForLater(address);
            RuntimeException killed = new IllegalStateException("killed between the server's answer and the commit");
            Postman dying = replica(server, new TransactionTemplate(transactions) {
                @Override
                public <T> T execute(org.springframework.transaction.support.TransactionCallback<T> action) {
                    return super.execute(status -> {
                        action.doInTransaction(status);
                        throw killed;
                    });
                }
            });
            try {
                dying.deliverAllDue();
            } catch (IllegalStateException e) {
                assertThat(e).isSameAs(killed);
            }
            assertThat(states(address)).containsExactly("PENDING");

            replica(server).deliverAllDue();
            assertThat(states(address)).containsExactly("SENT");
            assertThat(server.mails()).hasSize(2);
            assertThat(server.mails().stream().map(DeliveryTest::messageId).distinct())
                    .hasSize(1);
            assertThat(server.mails().getFirst())
                    .contains("Auto-Submitted: auto-generated", "Content-Language: de", "multipart/alternative");
        }
    }

    @Test
    void aSenderThatIsKilledWithALetterInItsHandsFreesItAtOnce() throws Exception {
        try (var silent = new ScriptedMailServer(ScriptedMailServer.Script.fallsSilent());
                var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            orderForLater(address);
            Future<?> killed = replicas.submit(replica(silent)::deliverAllDue);
            await().until(() -> silent.mails().size(), count -> count == 1);

            replica(smtp).deliverAllDue();
            assertThat(states(address)).as("held by the other sender").containsExactly("PENDING");

            jdbc.sql(
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                                    + " and state = 'idle in transaction' and query like '%from delivery%for update skip locked%'")
                    .query(Boolean.class)
                    .list();
            await().untilAsserted(() -> {
                replica(smtp).deliverAllDue();
                assertThat(states(address)).containsExactly("SENT");
            });
            onlyMailTo(address);
            silent.close();
            await().until(killed::isDone);
            assertThat(states(address)).containsExactly("SENT");
        }
    }

    @Test
    void whatAServerQuotesOfAMailBringsNoTokenIntoTheLog() throws Exception {
        UUID user = newId();
        UUID invitation = newId();
        Instant expiresAt = now().plus(Duration.ofDays(7));
        String token = LinkTokens.of(KEY).sign(invitation.toString(), address, expiresAt);
        mailServerDies();
        tell(
                USERS,
                user.toString(),
                "servicepartner.user.invited.v1",
                1,
                invitation(user, invitation, address).json());
        await().until(() -> states(address), List.of("PENDING")::equals);
        jdbc.sql(
                        "update delivery set ordered_at = now() + interval '5 minutes', next_attempt_at = now() + interval '5 minutes'"
                                + " where recipient = ?")
                .param(address)
                .update();
        try (var server = new ScriptedMailServer(
                ScriptedMailServer.Script.refusesMail("451 I do not like http://127.0.0.1:8080/register#" + token))) {
            await().until(
                            () -> {
                                replica(server).deliverAllDue();
                                return lastError();
                            },
                            error -> error.contains("I do not like"));
            assertThat(lastError()).contains(invitation.toString()).doesNotContain(token);
        }
    }

    @Test
    void aMessageThatCannotBeReadIsPutAsideAndWhatIsBehindItGoesOn() {
        String malformed = tell(CONNECTIONS, "p", REQUESTED, "{not json");
        String incomplete = tell(
                CONNECTIONS,
                "p",
                REQUESTED,
                request(newId(), newId(), address).without("expiresAt").json());
        String wrong = tell(
                CONNECTIONS,
                "p",
                REQUESTED,
                request(newId(), newId(), address).with("connectionId", "none").json());
        tell(CONNECTIONS, "p", "servicepartner.fleet-connection.unheard-of.v1", "{\"unknown\":true}");
        afterEverythingTold(CONNECTIONS, "p");
        assertThat(deadLetter(CONNECTIONS, malformed).headers()).containsEntry("dlt-reason", "MALFORMED_JSON");
        assertThat(deadLetter(CONNECTIONS, incomplete).headers())
                .containsEntry("dlt-reason", "MISSING_FIELD")
                .containsEntry("dlt-detail", "The field expiresAt is missing");
        assertThat(deadLetter(CONNECTIONS, wrong).headers())
                .containsEntry("dlt-reason", "INVALID_FIELD")
                .containsEntry("dlt-detail", "The field connectionId has the wrong form");

        String unordered = tell(
                USERS,
                "u",
                "servicepartner.user.invited.v1",
                -1,
                invitation(newId(), newId(), address).json());
        String unknownRole = tell(
                USERS,
                "u",
                "servicepartner.user.invited.v1",
                invitation(newId(), newId(), address).with("role", "KING").json());
        afterEverythingTold(USERS, "u");
        assertThat(deadLetter(USERS, unordered).headers()).containsEntry("dlt-reason", "MISSING_SEQUENCE");
        assertThat(deadLetter(USERS, unknownRole).headers()).containsEntry("dlt-reason", "INVALID_FIELD");
        assertThat(states(address)).isEmpty();
    }

    @Test
    void theServiceIsReadyAndItsContractsAreServed() {
        RestTestClient client = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        client.get().uri("/contracts/asyncapi.yaml").exchange().expectStatus().isOk();
        client.get().uri("/api/partner/v1/deliveries").exchange().expectStatus().isUnauthorized();
        String openApi = client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        new ApprovedFiles().verifyJson("openapi.json", openApi);
    }

    private double told(String metric) {
        return Scrape.of(URI.create("http://127.0.0.1:" + port)).sum(metric, Map.of());
    }

    private void orderForLater(String recipient) {
        orderForLater(newId().toString(), recipient);
    }

    private void orderForLater(String causeId, String recipient) {
        Letter letter = new Letter.ConnectionDeleted("Alpine Fitters", "Velocity Rentals", "Vienna Vans", now());
        outbox.add(Delivery.ordered(
                causeId, recipient, Language.DE, letter, Instant.now().plus(Duration.ofMinutes(5))));
    }

    private Postman replica(ScriptedMailServer server) {
        return replica(server, new TransactionTemplate(transactions));
    }

    private Postman replica(ScriptedMailServer server, TransactionTemplate transaction) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        EmailWriter writer = new EmailWriter(new Links(URI.create("http://127.0.0.1:8080"), LinkTokens.of(KEY)));
        return replica(new MailServer(sender, writer, "no-reply@service-partner.example"), transaction);
    }

    private Postman replica(MailServer server) {
        return replica(server, new TransactionTemplate(transactions));
    }

    private Postman replica(MailServer server, TransactionTemplate transaction) {
        return new Postman(
                outbox,
                new Relevance(invitations, requests),
                server,
                new RetryRule(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofDays(1)),
                transaction,
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)),
                new SimpleMeterRegistry());
    }

    private String lastError() {
        return jdbc.sql("select coalesce(max(last_error), '') from delivery where recipient = ?")
                .param(address)
                .query(String.class)
                .single();
    }

    private static String messageId(String mail) {
        return MESSAGE_ID
                .matcher(mail)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static ReceivedEvent deadLetter(String topic, String id) {
        return kafka().await(
                        "notification-service." + topic + ".dlt",
                        1,
                        event -> event.id().equals(id))
                .getFirst();
    }
}
