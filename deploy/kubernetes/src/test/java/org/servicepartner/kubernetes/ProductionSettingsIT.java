package org.servicepartner.kubernetes;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.servicepartner.local.Database;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.SigningKeyStore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The applications run with the environment that the production overlay gives them, but for addresses and files, at a Kafka with its
 * topics that lets in who has a certificate, and lets each do what its KafkaUser says.
 */
class ProductionSettingsIT {

    private static final Manifests PRODUCTION = Manifests.of(Path.of("overlays/production"));
    private static final Path FOLDER = Path.of("target/production").toAbsolutePath();
    private static final Infrastructure SERVERS = Infrastructure.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FLEET = "city-cars";

    private static final Map<String, RunningApplication> APPLICATIONS = new LinkedHashMap<>();
    private static final Map<String, Integer> PORTS = new HashMap<>();

    private static GuardedKafka kafka;
    private static Certificates certificates;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "run");
        certificates = new Certificates(folder);
        kafka = new GuardedKafka(folder, certificates, PRODUCTION);
        SigningKeyStore.ensure(folder.resolve("key-store.p12"), Certificates.PASSWORD);
        List<Manifest> deployments = PRODUCTION.applications().toList();
        deployments.forEach(deployment -> PORTS.put(deployment.name(), GuardedKafka.freePort()));
        for (Manifest deployment : deployments) {
            APPLICATIONS.put(
                    deployment.name(),
                    new RunningApplication(deployment.name(), environment(deployment, folder), folder));
        }
        deployments.forEach(deployment -> APPLICATIONS
                .get(deployment.name())
                .awaitReady(deployment
                        .at("/spec/template/spec/containers/0/readinessProbe/httpGet/path")
                        .asText()));
    }

    @AfterAll
    static void stop() {
        APPLICATIONS.values().forEach(RunningApplication::close);
        kafka.close();
    }

    /** From FleetControl to SmartControl and the telematics platform, through every topic but dead letters. */
    @Test
    void aJobGoesItsWayWithTheSettingsAndRightsOfProduction() {
        String connection = connectionThatAliceSees();
        String job = UUID.randomUUID().toString();

        assertThat(as(DemoUser.ALICE, "POST", "/api/partner/v1/fleet-connections/" + connection + "/accept", "")
                        .statusCode())
                .isEqualTo(200);
        fleetControlSends("fleetcontrol.jobs.v1", job, "fleetcontrol.job.created.v1", """
                {"jobId":"%s","fleetId":"%s","partnerId":"%s","jobType":"INSTALLATION","vin":"WVWZZZ1JZXW386752",
                 "licensePlate":"M-PM 1234"}""".formatted(
                        job, FLEET, DemoUser.TOM.partnerId()));
        heard("smartcontrol", "smartcontrol.jobs.v1", job);
        tomDoes("accept", job);
        tomDoes("start", job);
        heard("telematics-platform", "servicepartner.vehicle-access.v1", "WVWZZZ1JZXW386752");
        heard("fleetcontrol", "servicepartner.jobs.v1", "servicepartner.job.started.v1");
        await().atMost(PATIENCE)
                .until(() -> !SERVERS.mail().messagesTo(DemoUser.ALICE.email()).isEmpty());
    }

    @Test
    void whatIsNotUnderstoodIsPutAside() {
        fleetControlSends("fleetcontrol.jobs.v1", "nonsense", "fleetcontrol.job.created.v1", "nonsense");

        heard("fleetcontrol", "job-service.fleetcontrol.jobs.v1.dlt", "nonsense");
    }

    @Test
    void nobodyMayDoMoreThanTheirKafkaUserSays() {
        assertThatThrownBy(() -> read("smartcontrol", "smartcontrol", "servicepartner.users.v1"))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> read("smartcontrol", "job-service", "smartcontrol.jobs.v1"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> send("job-service", new ProducerRecord<>("servicepartner.users.v1", "somebody", "{}")))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void probesAndMetricsHaveAPortThatTheWorldDoesNotReach() {
        APPLICATIONS.forEach((name, application) -> {
            for (String path :
                    List.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus")) {
                assertThat(application.management(path)).as(name + path).isEqualTo(200);
                assertThat(application.status(path)).as(name + path).isNotEqualTo(200);
            }
        });
    }

    /** What production says, where it says addresses and files translated to those of this machine. */
    private static Map<String, String> environment(Manifest deployment, Path folder) {
        String name = deployment.name();
        Map<String, String> here = new LinkedHashMap<>();
        here.put("kafka-kafka-bootstrap:9093", kafka.bootstrapServers());
        here.put("/etc/kafka/user", certificates.of(name).toString());
        here.put("/etc/kafka/authority", certificates.ofAuthority().toString());
        here.put("/etc/nda-signing", folder.toString());
        here.put(
                "https://login.service-partner.example",
                SERVERS.keycloak().baseUrl().toString());
        here.put(
                "http://keycloak-service:8080",
                SERVERS.keycloak().baseUrl().toString().replace("127.0.0.1", "localhost"));
        PORTS.forEach((other, port) -> here.put("http://" + other + ":8080", "http://127.0.0.1:" + port));
        Map<String, String> secrets = Map.of(
                name + "/user.password",
                Certificates.PASSWORD,
                "kafka-cluster-ca-cert/ca.password",
                Certificates.PASSWORD,
                "partner-service.keys/password",
                Certificates.PASSWORD,
                "partner-service.keys/alias",
                SigningKeyStore.ALIAS,
                "identity-service.keys/keycloak-client-secret",
                InfrastructureSettings.IDENTITY_TEST_SECRET,
                "gateway.keys/oidc-client-secret",
                InfrastructureSettings.forTests().gatewayClientSecret());
        Map<String, String> environment = Environment.of(deployment, PRODUCTION);
        environment.replaceAll((variable, value) -> translated(value, here, secrets));
        environment.put("SERVER_PORT", PORTS.get(name).toString());
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(GuardedKafka.freePort()));
        environment.computeIfPresent("OTEL_EXPORTER_OTLP_ENDPOINT", (variable, nowhere) -> null);
        if (environment.containsKey("DATABASE_URL")) {
            Database database = SERVERS.postgres().createDatabase(name.replace('-', '_'));
            environment.put("DATABASE_URL", database.jdbcUrl());
            environment.put("DATABASE_USERNAME", database.username());
            environment.put("DATABASE_PASSWORD", database.password());
        }
        if (environment.containsKey("SMTP_HOST")) {
            environment.put("SMTP_HOST", SERVERS.mail().smtpHost());
            environment.put("SMTP_PORT", String.valueOf(SERVERS.mail().smtpPort()));
            environment.put("SMTP_AUTH", "false");
            environment.put("SMTP_STARTTLS", "false");
        }
        // People and partners who have been through registration and onboarding.
        environment.put(
                "SEED_FILE", Path.of("../local/seed.json").toAbsolutePath().toString());
        return environment;
    }

    private static String translated(String value, Map<String, String> here, Map<String, String> secrets) {
        if (value.startsWith("secret ")) {
            return secrets.getOrDefault(
                    value.substring("secret ".length()),
                    Base64.getEncoder()
                            .encodeToString(
                                    "the same for all who share it".repeat(2).getBytes(UTF_8)));
        }
        String translated = value;
        for (Map.Entry<String, String> address : here.entrySet()) {
            translated = translated.replace(address.getKey(), address.getValue());
        }
        return translated;
    }

    /** Asks until the request has come through all services, which hear of the partners by and by. */
    private static String connectionThatAliceSees() {
        List<String> seen = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            String connection = UUID.randomUUID().toString();
            fleetControlSends(
                    "fleetcontrol.connections.v1", FLEET, "fleetcontrol.connection.requested.v1", """
                    {"connectionId":"%s","fleetId":"%s","fleetName":"City cars","providerName":"Peak Mobility",
                     "partnerEmail":"%s"}""".formatted(
                                    connection, FLEET, DemoUser.ALICE.email()));
            String pending = as(DemoUser.ALICE, "GET", "/api/partner/v1/fleet-connections?state=PENDING", "")
                    .body();
            java.util.regex.Pattern.compile("\"connectionId\":\"([^\"]+)\"")
                    .matcher(pending)
                    .results()
                    .forEach(found -> seen.add(found.group(1)));
            return !seen.isEmpty();
        });
        return seen.getFirst();
    }

    private static void tomDoes(String step, String job) {
        String path = "/api/smartcontrol/v1/jobs/" + job + "/" + step;
        assertThat(as(DemoUser.TOM, "POST", path, "{}").statusCode()).as(step).isEqualTo(200);
    }

    private static HttpResponse<String> as(DemoUser user, String method, String path, String body) {
        return APPLICATIONS
                .get("gateway")
                .send(
                        HttpRequest.newBuilder()
                                .header(
                                        "Authorization",
                                        "Bearer " + SERVERS.keycloak().token(user))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("If-Match", "\"0\"")
                                .method(method, HttpRequest.BodyPublishers.ofString(body)),
                        path);
    }

    private static void fleetControlSends(String topic, String key, String type, String data) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/fleetcontrol",
                        "ce_type",
                        type,
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        send("fleetcontrol", message);
    }

    private static void send(String user, ProducerRecord<String, String> message) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka.clientOf(user), new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a message whose key, headers or data has the text. */
    private static void heard(String user, String topic, String text) {
        await().atMost(PATIENCE)
                .until(() -> read(user, user, topic).stream().anyMatch(message -> message.contains(text)));
    }

    private static List<String> read(String user, String group, String topic) {
        Map<String, Object> settings = kafka.clientOf(user);
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        List<String> messages = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(3))) {
                StringBuilder whole = new StringBuilder().append(message.key()).append(message.value());
                message.headers().forEach(header -> whole.append(new String(header.value(), UTF_8)));
                messages.add(whole.toString());
            }
        }
        return messages;
    }
}
