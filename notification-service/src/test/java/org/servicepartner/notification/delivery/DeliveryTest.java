package org.servicepartner.notification.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.Mail;
import org.servicepartner.notification.domain.Delivery;
import org.servicepartner.notification.domain.Letter;
import org.servicepartner.notification.domain.RetryRule;
import org.servicepartner.platform.testing.ApprovedFiles;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service on real servers, with a mail server that comes and goes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeliveryTest {
    private static final String FLEET_CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String REQUESTED = "servicepartner.fleet-connection.requested.v1";
    private static final String CONNECTION_SERVICE = "/service-partner/fleet-connection-service";
    private static final int SMTP_PORT = freePort();

    private static CloudEventsClient kafka;
    private static Infrastructure mailServer;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    @Autowired
    MailServer smtp;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.withoutKeycloak(registry, "notification");
        registry.add("SMTP_HOST", () -> "127.0.0.1");
        registry.add("SMTP_PORT", () -> SMTP_PORT);
        registry.add("servicepartner.delivery.interval", () -> "100ms");
        registry.add("servicepartner.delivery.first-pause", () -> "200ms");
        registry.add("servicepartner.delivery.longest-pause", () -> "500ms");
    }

    @BeforeAll
    static void connect() {
        kafka = new CloudEventsClient();
        startMailServer();
    }

    @AfterAll
    static void disconnect() {
        mailServer.close();
        kafka.close();
    }

    @Test
    void aRequestLeadsToOneEmailHoweverOftenItIsTold() {
        String address = newAddress();
        Map<String, String> headers = headers();
        String json = request(address);

        kafka.publish(FLEET_CONNECTIONS, "fleet-1:p", headers, json);
        kafka.publish(FLEET_CONNECTIONS, "fleet-1:p", headers, json);
        await().until(() -> state(address).equals("SENT"));
        kafka.publish(FLEET_CONNECTIONS, "fleet-1:p", headers, json);
        afterEverythingBefore();

        Mail mail = onlyMailTo(address);
        assertThat(mail.from()).isEqualTo("no-reply@service-partner.example");
        assertThat(mail.subject()).isEqualTo("Velocity Rentals asks you to connect the fleet Vienna Vans");
        assertThat(mail.text())
                .contains("Velocity Rentals", "Vienna Vans", "30 November 2026, 14:25 UTC", "http://127.0.0.1:8080");
        assertThat(mail.html())
                .contains("<strong>Velocity Rentals</strong>", "Vienna Vans", "href=\"http://127.0.0.1:8080\"");
    }

    @Test
    void whatADeadMailServerMissesIsSentOnceWhenItIsBack() {
        mailServer.close();
        String address = newAddress();
        kafka.publish(FLEET_CONNECTIONS, "fleet-1:p", headers(), request(address));
        await().until(() -> attempts(address) >= 2);
        assertThat(state(address)).isEqualTo("PENDING");
        assertThat(jdbc.sql("select last_error from delivery where recipient = ?")
                        .param(address)
                        .query(String.class)
                        .single())
                .isNotBlank();

        startMailServer();
        await().until(() -> state(address).equals("SENT"));
        afterEverythingBefore();
        onlyMailTo(address);
    }

    @Test
    void severalReplicasSendEachLetterOnce() throws Exception {
        Instant soon = Instant.now().plus(Duration.ofMinutes(5));
        List<String> addresses =
                IntStream.range(0, 40).mapToObj(i -> newAddress()).toList();
        for (String address : addresses) {
            Letter letter = new Letter.FleetConnectionRequested("Velocity Rentals", "Vienna Vans", soon);
            outbox.add(new Delivery(UUID.randomUUID().toString(), address, letter, 0, soon));
        }
        RetryRule retries = new RetryRule(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1));
        Callable<Object> replica = Executors.callable(new Postman(
                outbox,
                smtp,
                retries,
                new TransactionTemplate(transactions),
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)),
                new SimpleMeterRegistry())::deliverAllDue);
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : replicas.invokeAll(List.of(replica, replica, replica))) {
                done.get();
            }
        }
        for (String address : addresses) {
            assertThat(state(address)).isEqualTo("SENT");
            onlyMailTo(address);
        }
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnceAndHoldsNobodyUp() {
        String wrong = "not an address " + UUID.randomUUID();
        kafka.publish(FLEET_CONNECTIONS, "fleet-1:p", headers(), request(wrong));
        afterEverythingBefore();
        await().until(() -> state(wrong).equals("FAILED"));
        assertThat(attempts(wrong)).isOne();
    }

    @Test
    void aMessageThatCannotBeReadIsPutAsideAndWhatIsBehindItGoesOn() {
        String id = kafka.publish(FLEET_CONNECTIONS, "fleet-1:p", CONNECTION_SERVICE, REQUESTED, "{not json");
        String incomplete = kafka.publish(
                FLEET_CONNECTIONS, "fleet-1:p", CONNECTION_SERVICE, REQUESTED, "{\"providerName\":\"Velocity\"}");
        kafka.publish(
                FLEET_CONNECTIONS,
                "fleet-1:p",
                CONNECTION_SERVICE,
                "servicepartner.fleet-connection.accepted.v1",
                "{\"unknown\":true}");
        afterEverythingBefore();
        assertThat(deadLetter(id).headers()).containsEntry("dlt-reason", "MALFORMED_DATA");
        assertThat(deadLetter(incomplete).headers()).containsEntry("dlt-reason", "MISSING_FIELD");
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

    /** Another request under the same key is behind everything before it: once it has had its effect, so has the rest. */
    private void afterEverythingBefore() {
        String marker = newAddress();
        kafka.publish(FLEET_CONNECTIONS, "fleet-1:p", headers(), request(marker));
        await().until(() -> state(marker).equals("SENT"));
    }

    private static ReceivedEvent deadLetter(String id) {
        return kafka.await(
                        "notification-service." + FLEET_CONNECTIONS + ".dlt",
                        1,
                        event -> event.id().equals(id))
                .getFirst();
    }

    private static Mail onlyMailTo(String address) {
        List<Mail> mails = mailServer.mail().messagesTo(address);
        assertThat(mails).as("mails to %s", address).hasSize(1);
        return mails.getFirst();
    }

    private String state(String address) {
        return jdbc.sql("select state from delivery where recipient = ?")
                .param(address)
                .query(String.class)
                .optional()
                .orElse("UNKNOWN");
    }

    private int attempts(String address) {
        return jdbc.sql("select attempts from delivery where recipient = ?")
                .param(address)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static String newAddress() {
        return UUID.randomUUID() + "@alpine-fitters.example";
    }

    private static Map<String, String> headers() {
        return CloudEventsClient.headers(UUID.randomUUID().toString(), CONNECTION_SERVICE, REQUESTED);
    }

    private static String request(String address) {
        return """
                {"connectionId":"%s","providerName":"Velocity Rentals","fleetName":"Vienna Vans","partnerEmail":"%s","expiresAt":"2026-11-30T14:25:00Z"}
                """.formatted(UUID.randomUUID(), address);
    }

    private static void startMailServer() {
        InfrastructureSettings free = InfrastructureSettings.forTests();
        mailServer = Infrastructure.with(new InfrastructureSettings(
                free.hosting(),
                null,
                null,
                false,
                0,
                0,
                0,
                SMTP_PORT,
                0,
                free.portalUrl(),
                free.gatewayClientSecret()));
        mailServer.mail();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
