package org.servicepartner.notification.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.Mail;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One service on real servers for all tests of this package, with a mail server that can be taken away, and the others' messages. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningService {
    static final String USERS = "servicepartner.users.v1";
    static final String PARTNERS = "servicepartner.partners.v1";
    static final String CONNECTIONS = "servicepartner.fleet-connections.v1";
    static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final int SMTP_PORT = freePort();
    private static final CloudEventsClient KAFKA = new CloudEventsClient();
    private static Infrastructure mailServer = newMailServer();
    private static boolean dead;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.withoutKeycloak(registry, "notification");
        registry.add("SMTP_HOST", () -> "127.0.0.1");
        registry.add("SMTP_PORT", () -> SMTP_PORT);
        registry.add("LINK_SIGNING_KEY", () -> KEY);
        registry.add("servicepartner.delivery.interval", () -> "100ms");
        registry.add("servicepartner.delivery.measure-interval", () -> "100ms");
        registry.add("servicepartner.delivery.first-pause", () -> "200ms");
        registry.add("servicepartner.delivery.longest-pause", () -> "500ms");
        registry.add("servicepartner.delivery.remind-interval", () -> "100ms");
        registry.add("logging.level.org.servicepartner", () -> "trace");
    }

    @BeforeEach
    void theMailServerIsThere() {
        mailServerComesBack();
    }

    static void mailServerDies() {
        mailServer.close();
        dead = true;
    }

    static void mailServerComesBack() {
        if (dead) {
            mailServer = newMailServer();
            dead = false;
        }
    }

    static CloudEventsClient kafka() {
        return KAFKA;
    }

    /** Publishes a message whose place among those about its subject does not matter, and returns its id. */
    static String tell(String topic, String key, String type, String json) {
        return tell(topic, key, type, 1, json);
    }

    static String tell(String topic, String key, String type, long sequence, String json) {
        String id = UUID.randomUUID().toString();
        tellAs(id, topic, key, type, sequence, json);
        return id;
    }

    static void tellAs(String id, String topic, String key, String type, long sequence, String json) {
        Map<String, String> headers = CloudEventsClient.headers(id, "/service-partner/somebody", type);
        headers.put("ce_sequence", String.valueOf(sequence));
        KAFKA.publish(topic, key, headers, json);
    }

    /** What comes later under the same key has had its effect: so has everything before it. */
    void afterEverythingTold(String topic, String key) {
        String address = newAddress();
        if (topic.equals(CONNECTIONS)) {
            tell(
                    topic,
                    key,
                    "servicepartner.fleet-connection.requested.v1",
                    request(newId(), newId(), address).json());
        } else {
            tell(
                    topic,
                    key,
                    "servicepartner.user.invited.v1",
                    invitation(newId(), newId(), address).json());
        }
        await().until(() -> states(address), List.of("SENT")::equals);
    }

    static Json request(UUID connection, UUID partner, String address) {
        return new Json()
                .with("connectionId", connection)
                .with("partnerId", partner)
                .with("providerName", "Velocity Rentals")
                .with("fleetName", "Vienna Vans")
                .with("partnerEmail", address)
                .with("partnerKnown", true)
                .with("requestedAt", now())
                .with("expiresAt", now().plus(Duration.ofDays(7)));
    }

    static Json ended(UUID connection) {
        return new Json().with("connectionId", connection);
    }

    /** Of a colleague; the partner is a new one. */
    static Json invitation(UUID user, UUID invitation, String address) {
        return new Json()
                .with("userId", user)
                .with("partnerId", newId())
                .with("invitationId", invitation)
                .with("kind", "COLLEAGUE")
                .with("email", address)
                .with("firstName", "Tina")
                .with("lastName", "Taler")
                .with("role", "TECHNICIAN")
                .with("language", "en")
                .with("invitedBy", "Alice Alpine")
                .with("invitedAt", now())
                .with("expiresAt", now().plus(Duration.ofDays(7)))
                .with("resent", false);
    }

    static Json user(UUID user, UUID partner) {
        return new Json().with("userId", user).with("partnerId", partner);
    }

    /** An active admin of the partner, whom the service knows when this returns. */
    String admin(UUID partner, String language) {
        UUID user = newId();
        String address = newAddress();
        activate(user, partner, address, "ADMIN", language);
        return address;
    }

    void activate(UUID user, UUID partner, String address, String role, String language) {
        tell(
                USERS,
                user.toString(),
                "servicepartner.user.activated.v1",
                2,
                user(user, partner)
                        .with("email", address.toUpperCase(java.util.Locale.ROOT))
                        .with("firstName", "Alice")
                        .with("role", role)
                        .with("language", language)
                        .json());
        await().until(
                        () -> jdbc.sql("select count(*) from user_copy where email = ? and state = 'ACTIVE'")
                                .param(address)
                                .query(Integer.class)
                                .single(),
                        count -> count == 1);
    }

    /** The states of all letters to an address, in the order in which they were ordered. */
    List<String> states(String address) {
        return jdbc.sql("select state from delivery where recipient = ? order by ordered_at, cause_id")
                .param(address)
                .query(String.class)
                .list();
    }

    int attempts(String address) {
        return jdbc.sql("select coalesce(sum(attempts), 0) from delivery where recipient = ?")
                .param(address)
                .query(Integer.class)
                .single();
    }

    static List<Mail> mailsTo(String address) {
        return mailServer.mail().messagesTo(address);
    }

    /** Waits for it. */
    Mail onlyMailTo(String address) {
        await().until(() -> mailsTo(address).size(), count -> count > 0);
        await().until(() -> states(address), states -> !states.contains("PENDING"));
        assertThat(mailsTo(address)).as("mails to %s", address).hasSize(1);
        return mailsTo(address).getFirst();
    }

    static UUID newId() {
        return UUID.randomUUID();
    }

    static String newAddress() {
        return UUID.randomUUID() + "@alpine-fitters.example";
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Infrastructure newMailServer() {
        InfrastructureSettings free = InfrastructureSettings.forTests();
        Infrastructure server = Infrastructure.with(new InfrastructureSettings(
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
        server.mail();
        return server;
    }
}
