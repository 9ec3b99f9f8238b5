package org.servicepartner.platform;

import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.sample.SampleApplication;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The sample application on real servers; all tests that extend this share one, each with counters of its own. */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningSample {
    static Database database;
    static CloudEventsClient kafka;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CommandGateway commands;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        database = Servers.register(registry, "sample");
    }

    @BeforeAll
    static void connect() {
        kafka = new CloudEventsClient();
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    /** A second process of the service, as far as the database and Kafka can tell. */
    static ConfigurableApplicationContext startBeside(String... arguments) {
        return beside().run(arguments);
    }

    static SpringApplicationBuilder beside(Class<?>... more) {
        return new SpringApplicationBuilder(SampleApplication.class)
                .sources(more)
                .properties(
                        "SERVER_PORT=0",
                        "DATABASE_URL=" + database.jdbcUrl(),
                        "DATABASE_USERNAME=" + database.username(),
                        "DATABASE_PASSWORD=" + database.password(),
                        "KAFKA_BOOTSTRAP_SERVERS="
                                + Infrastructure.shared().kafka().bootstrapServers(),
                        "OIDC_ISSUER_URI=http://127.0.0.1:1/realms/none");
    }

    static String newCounter() {
        return "counter-" + UUID.randomUUID();
    }

    static String addition(String counterId, int amount) {
        return "{\"counterId\":\"%s\",\"amount\":%d}".formatted(counterId, amount);
    }

    long total(String counterId) {
        return jdbc.sql("select total from counter_sum where counter_id = ?")
                .param(counterId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void awaitTotal(String counterId, long total) {
        await().untilAsserted(() -> assertThat(total(counterId)).isEqualTo(total));
    }
}
