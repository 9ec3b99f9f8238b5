package org.servicepartner.platform.testing;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;

import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;

/** Lets a Spring context of a test run on the real servers, with a fresh database. */
public final class Servers {
    private static final String NOBODY = "http://127.0.0.1:1/realms/none";

    static {
        // What is waited for is mostly there after a few milliseconds.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    private Servers() {}

    /** PostgreSQL, Kafka and Keycloak begin to start, side by side; who asks for one of them waits for that one only. */
    public static void begin() {
        Infrastructure servers = Infrastructure.shared();
        Thread.ofVirtual().start(servers::keycloak);
        Thread.ofVirtual().start(servers::kafka);
        Thread.ofVirtual().start(servers::postgres);
    }

    /** PostgreSQL, Kafka and Keycloak. Keycloak takes 10 to 15 s to start: only where tokens matter. */
    public static Database register(DynamicPropertyRegistry registry, String databaseName) {
        begin();
        Database database = databaseAndBroker(registry, databaseName);
        registry.add(
                "OIDC_ISSUER_URI",
                () -> Infrastructure.shared().keycloak().issuer().toString());
        return database;
    }

    /** PostgreSQL and Kafka; every request with a token is refused. */
    public static Database withoutKeycloak(DynamicPropertyRegistry registry, String databaseName) {
        Database database = databaseAndBroker(registry, databaseName);
        registry.add("OIDC_ISSUER_URI", () -> NOBODY);
        return database;
    }

    /** The mail catcher. */
    public static void mail(DynamicPropertyRegistry registry) {
        registry.add("SMTP_HOST", () -> Infrastructure.shared().mail().smtpHost());
        registry.add("SMTP_PORT", () -> Infrastructure.shared().mail().smtpPort());
    }

    private static Database databaseAndBroker(DynamicPropertyRegistry registry, String databaseName) {
        Database database = Infrastructure.shared().postgres().createDatabase(databaseName);
        registry.add("DATABASE_URL", database::jdbcUrl);
        registry.add("DATABASE_USERNAME", database::username);
        registry.add("DATABASE_PASSWORD", database::password);
        registry.add(
                "KAFKA_BOOTSTRAP_SERVERS", () -> Infrastructure.shared().kafka().bootstrapServers());
        return database;
    }
}
