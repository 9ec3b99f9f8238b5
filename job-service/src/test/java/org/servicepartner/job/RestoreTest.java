package org.servicepartner.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.WorkCommand;
import org.servicepartner.local.Database;
import org.servicepartner.local.Hosting;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.PostgresBackup;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The database goes back to a moment, Kafka does not: the steps of docs/runbook/operations/restore.md. */
class RestoreTest {
    private static final String FEED = "smartcontrol.jobs.v1";
    private static final String ACCESS = "servicepartner.vehicle-access.v1";
    private static final String TOLD = "servicepartner.jobs.v1";

    @TempDir
    private Path directory;

    private Database database = new Database("", "", "");
    private String brokers = "";

    @Test
    void whatCameFromKafkaComesAgainAndWhatTechniciansDidAfterTheMomentIsLost() throws Exception {
        PostgresBackup backup = new PostgresBackup(directory.resolve("backup"));
        Path lost = directory.resolve("lost");
        Path restored = directory.resolve("restored/postgres/data");
        try (Infrastructure before = servers(lost);
                Infrastructure after = servers(directory.resolve("restored"))) {
            brokers = before.kafka().bootstrapServers();
            database = before.postgres().ensureDatabase("job", "job", "secret");
            try (CloudEventsClient kafka = new CloudEventsClient(brokers)) {
                String technician = UUID.randomUUID().toString();
                String early;
                String late;
                Instant moment;
                String afterwards;
                long lastIndex;
                Fleet fleet;
                try (ConfigurableApplicationContext service = start()) {
                    JdbcClient jdbc = service.getBean(JdbcClient.class);
                    fleet = new Fleet(kafka, jdbc).accepted();
                    fleet.technician(technician, true);
                    early = fleet.installation();
                    backup.take(before.postgres().jdbcUrl("postgres"));
                    late = fleet.installation();
                    moment = jdbc.sql("select clock_timestamp()")
                            .query(Instant.class)
                            .single();
                    CommandGateway commands = service.getBean(CommandGateway.class);
                    commands.sendAndWait(new WorkCommand.AcceptJob(early, by(technician, fleet, 0)));
                    commands.sendAndWait(new WorkCommand.StartJob(early, by(technician, fleet, 1), JobDetails.NOTHING));
                    afterwards = fleet.installation();
                    lastIndex = jdbc.sql("select max(global_index) from domain_event")
                            .query(Long.class)
                            .single();
                    awaitFeed(kafka, Stream.of(early, late, afterwards));
                    await().until(() -> kafka.lastOf(ACCESS).containsKey(early));
                    assertThat(acceptedBy(kafka, early)).isEqualTo(technician);
                }
                before.postgres().close();

                backup.restore(restored, moment);
                database = new Database(after.postgres().jdbcUrl("job"), database.username(), database.password());
                assertThat(
                                query(
                                        "select aggregate_id from domain_event where aggregate_type = 'Job' order by global_index"))
                        .containsExactly(early, late);
                start(
                        "--spring.cloud.stream.default.consumer.auto-startup=false",
                        "after-restore",
                        "--since=" + moment.minus(Duration.ofHours(1)));
                assertThat(kafka.lastOf(ACCESS))
                        .as("no access is open that nobody knows of")
                        .doesNotContainKey(early);
                try (ConfigurableApplicationContext service = start()) {
                    JdbcClient jdbc = service.getBean(JdbcClient.class);
                    await().until(() -> jdbc.sql("select count(*) from job_view")
                                    .query(Long.class)
                                    .single()
                            == 3);
                    String next = new Fleet(kafka, jdbc).job("");

                    assertThat(
                                    query(
                                            "select aggregate_id from domain_event where event_type like 'job.created.%' order by global_index"))
                            .as("each of FleetControl's messages has one effect")
                            .containsExactly(early, late, afterwards, next);
                    assertThat(query("select event_type from domain_event where aggregate_id = '" + early + "'"))
                            .as("what the technician did after the moment is lost")
                            .hasSize(1);
                    assertThat(jdbc.sql("select min(global_index) from domain_event where aggregate_id = ?")
                                    .param(afterwards)
                                    .query(Long.class)
                                    .single())
                            .as("what is new sorts behind everything that was told before")
                            .isGreaterThan(lastIndex);
                    await().untilAsserted(() -> assertThat(acceptedBy(kafka, early))
                            .as("the feed shows the job as it is now")
                            .isEmpty());
                    awaitFeed(kafka, Stream.of(early, late, afterwards));
                    assertThat(toldOf(kafka, late))
                            .as("known before the moment: the same event")
                            .hasSize(1);
                    assertThat(toldOf(kafka, afterwards))
                            .as("done again: another event")
                            .hasSize(2);
                }
            }
        }
    }

    @Test
    void whatServicesToldIsNobodysAfterAllHaveGoneBackAndWhatThisOneToldIsToldAgain() throws Exception {
        try (Infrastructure servers = servers(directory.resolve("all"))) {
            brokers = servers.kafka().bootstrapServers();
            database = servers.postgres().ensureDatabase("job", "job", "secret");
            try (CloudEventsClient kafka = new CloudEventsClient(brokers)) {
                Instant begin = Instant.now().minusSeconds(60);
                String job;
                try (ConfigurableApplicationContext service = start()) {
                    job = new Fleet(kafka, service.getBean(JdbcClient.class))
                            .accepted()
                            .installation();
                    await().until(() -> toldOf(kafka, job).size() == 1);
                }
                long told = told(kafka, job);

                start(
                        "--spring.cloud.stream.default.consumer.auto-startup=false",
                        "after-restore",
                        "--since=" + begin,
                        "--all-databases");

                assertThat(lag("servicepartner.fleet-connections.v1")).isZero();
                assertThat(lag("fleetcontrol.jobs.v1"))
                        .as("FleetControl's messages are read again")
                        .isPositive();
                try (ConfigurableApplicationContext service = start()) {
                    await().until(() -> told(kafka, job) == 2 * told);
                    await().until(() -> lag("fleetcontrol.jobs.v1") == 0);
                    assertThat(service.getBean(JdbcClient.class)
                                    .sql("select count(*) from job_view")
                                    .query(Long.class)
                                    .single())
                            .isEqualTo(1);
                }
                assertThat(toldOf(kafka, job)).as("the same event").hasSize(1);
            }
        }
    }

    private static long told(CloudEventsClient kafka, String job) {
        return kafka.records(TOLD).stream().filter(row -> job.equals(row.key())).count();
    }

    /** Of the service's group on the topic, in messages. */
    private long lag(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>(admin.listConsumerGroupOffsets("job-service")
                    .partitionsToOffsetAndMetadata()
                    .get());
            read.keySet().removeIf(partition -> !partition.topic().equals(topic));
            long lag = 0;
            for (Map.Entry<TopicPartition, OffsetAndMetadata> each : read.entrySet()) {
                lag += admin.listOffsets(Map.of(each.getKey(), OffsetSpec.latest()))
                                .partitionResult(each.getKey())
                                .get()
                                .offset()
                        - each.getValue().offset();
            }
            return lag;
        }
    }

    private static Infrastructure servers(Path data) {
        return Infrastructure.with(new InfrastructureSettings(
                Hosting.EMBEDDED, data, null, true, 0, 0, 0, 0, 0, "http://127.0.0.1:8080", "unused"));
    }

    private ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(JobService.class)
                .properties(
                        "SERVER_PORT=0",
                        "DATABASE_URL=" + database.jdbcUrl(),
                        "DATABASE_USERNAME=" + database.username(),
                        "DATABASE_PASSWORD=" + database.password(),
                        "KAFKA_BOOTSTRAP_SERVERS=" + brokers,
                        "OIDC_ISSUER_URI=http://127.0.0.1:1/realms/none")
                .run(arguments);
    }

    private List<String> query(String sql) throws Exception {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static WorkCommand.By by(String technician, Fleet fleet, long seenVersion) {
        Instant now = Instant.now();
        return new WorkCommand.By(Fleet.PARTNER, technician, fleet.connection, false, seenVersion, now, now);
    }

    private static void awaitFeed(CloudEventsClient kafka, Stream<String> jobs) {
        List<String> wanted = jobs.toList();
        await().until(() -> kafka.lastOf(FEED).keySet().containsAll(wanted));
    }

    /** As the feed says it. */
    private static String acceptedBy(CloudEventsClient kafka, String job) {
        return JsonMapper.shared()
                .readTree(kafka.lastOf(FEED).get(job).data())
                .path("technicianId")
                .asString("");
    }

    private static List<String> toldOf(CloudEventsClient kafka, String job) {
        return kafka.records(TOLD).stream()
                .filter(row -> job.equals(row.key()))
                .map(ReceivedEvent::id)
                .distinct()
                .toList();
    }
}
