package org.servicepartner.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.platform.sample.Counter;
import org.servicepartner.platform.sample.SampleApplication;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.Scrape;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.servicepartner.platform.sample.SampleApplication.IN;
import static org.servicepartner.platform.sample.SampleApplication.OUT;

/** PostgreSQL goes away, then Kafka; nothing is lost and nothing is given up. */
@ExtendWith(OutputCaptureExtension.class)
class OutageTest {
    private static final int MESSAGES = 50;
    private static final int LONGEST_LINE = 2_000;

    @TempDir
    Path directory;

    @Test
    void outagesDelayButLoseNothing(CapturedOutput log) {
        InfrastructureSettings databaseSettings = settings("database");
        InfrastructureSettings brokerSettings = settings("broker");
        Infrastructure databases = Infrastructure.with(databaseSettings);
        Infrastructure brokers = Infrastructure.with(brokerSettings);
        try {
            Database database = databases.postgres().ensureDatabase("sample", "sample", "outage-Passw0rd");
            String broker = brokers.kafka().bootstrapServers();
            try (ConfigurableApplicationContext application = start(database, broker);
                    CloudEventsClient kafka = new CloudEventsClient(broker)) {
                JdbcClient jdbc = application.getBean(JdbcClient.class);
                publish(kafka, "before");
                awaitTotal(jdbc, "before", MESSAGES);

                databases.close();
                publish(kafka, "without-database");
                awaitThatNothingIsToldOfTheDatabase(application);
                awaitThatAPollHasFailed(log);
                databases = Infrastructure.with(databaseSettings);
                databases.postgres();
                awaitTotal(jdbc, "without-database", MESSAGES);

                brokers.close();
                application.getBean(CommandGateway.class).sendAndWait(new Counter.Add("without-broker", 1));
                brokers = Infrastructure.with(brokerSettings);
                brokers.kafka();
                await().atMost(30, SECONDS)
                        .untilAsserted(() ->
                                assertThat(kafka.records(OUT)).anyMatch(event -> "without-broker".equals(event.key())));

                assertThat(kafka.records("sample-service." + IN + ".dlt")).isEmpty();
                assertThat(total(jdbc, "before")).isEqualTo(MESSAGES);
                assertThat(total(jdbc, "without-database")).isEqualTo(MESSAGES);
                assertThat(log.getOut().lines()).allMatch(line -> line.length() < LONGEST_LINE);
            }
        } finally {
            brokers.close();
            databases.close();
        }
    }

    /** Prometheus waits for ten seconds at most, and learns the rest meanwhile. */
    private static void awaitThatNothingIsToldOfTheDatabase(ConfigurableApplicationContext application) {
        URI address =
                URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(assertTimeout(Duration.ofSeconds(3), () -> Scrape.of(address))
                                .series())
                        .extracting(Scrape.Series::metric)
                        .contains("servicepartner_relay_waiting_seconds")
                        .doesNotContain("servicepartner_processor_lag_seconds"));
    }

    /** A poll waits some seconds for a connection, and says which one it was when there is none. */
    private static void awaitThatAPollHasFailed(CapturedOutput log) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(log.getOut().lines()).anyMatch(line -> line.contains("first " + IN)));
    }

    private static void publish(CloudEventsClient kafka, String counter) {
        for (int i = 0; i < MESSAGES; i++) {
            kafka.publish(
                    IN,
                    counter,
                    CloudEventsClient.headers(UUID.randomUUID().toString(), "/test", "test.added.v1"),
                    RunningSample.addition(counter, 1));
        }
    }

    private static void awaitTotal(JdbcClient jdbc, String counter, long total) {
        await().atMost(30, SECONDS)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(total(jdbc, counter)).isEqualTo(total));
    }

    private static long total(JdbcClient jdbc, String counter) {
        return jdbc.sql("select coalesce(sum(total), 0) from counter_sum where counter_id = ?")
                .param(counter)
                .query(Long.class)
                .single();
    }

    private static ConfigurableApplicationContext start(Database database, String broker) {
        return new SpringApplicationBuilder(SampleApplication.class)
                .properties(
                        "SERVER_PORT=0",
                        "DATABASE_URL=" + database.jdbcUrl(),
                        "DATABASE_USERNAME=" + database.username(),
                        "DATABASE_PASSWORD=" + database.password(),
                        "KAFKA_BOOTSTRAP_SERVERS=" + broker,
                        "OIDC_ISSUER_URI=http://127.0.0.1:1/realms/none")
                .run();
    }

    private InfrastructureSettings settings(String name) {
        InfrastructureSettings defaults = InfrastructureSettings.forTests();
        return new InfrastructureSettings(
                defaults.hosting(),
                directory.resolve(name),
                null,
                false,
                freePort(),
                freePort(),
                0,
                0,
                0,
                defaults.portalUrl(),
                defaults.gatewayClientSecret());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
