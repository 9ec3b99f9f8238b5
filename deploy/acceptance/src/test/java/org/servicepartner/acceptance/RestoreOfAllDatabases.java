package org.servicepartner.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.servicepartner.local.App;
import org.servicepartner.local.Database;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Hosting;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.InfrastructureSettings;
import org.servicepartner.local.PostgresBackup;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * All databases go back to one moment, Keycloak's too, and Kafka does not: "All of them" in docs/runbook/operations/restore.md, step
 * by step. It takes minutes, so {@code deploy/acceptance/restore} starts it and not every build.
 */
class RestoreOfAllDatabases {
    private static final String ACCESS = "servicepartner.vehicle-access.v1";
    private static final String JOBS = "servicepartner.jobs.v1";
    private static final String NINA = "nina@alpine-fitters.example";
    private static final List<App> SERVICES =
            Stream.of(App.values()).filter(app -> app != App.GATEWAY).toList();

    @TempDir
    private Path directory;

    private Platform platform;
    private Infrastructure recovered;

    @BeforeEach
    void start() {
        platform = Platform.start(true);
        recovered = Infrastructure.with(new InfrastructureSettings(
                Hosting.EMBEDDED,
                directory.resolve("recovered"),
                null,
                true,
                0,
                0,
                0,
                0,
                0,
                platform.stack().url(App.GATEWAY).toString(),
                "unused"));
    }

    @AfterEach
    void stop() {
        Path data = data();
        platform.close();
        recovered.close();
        Terminal.run("rm -r '%s'".formatted(data));
    }

    @Test
    void whatCameFromFleetControlComesAgainAndNobodyBelievesWhatIsGone() throws Exception {
        Person alice = platform.alice();
        Person tom = platform.tom();
        FleetControl fleetControl = platform.fleetControl();

        // Before the moment.
        Story accepted = new Story("accepted").requested().accepted();
        String toStart = accepted.job();
        String toFinish = accepted.job();
        Story toAccept = new Story("to accept").requested();
        String waiting = toAccept.createdJob();
        Story toDelete = new Story("to delete").requested().accepted();
        String ofDeleted = toDelete.job();
        starts(tom, toFinish);
        awaitAccess(toFinish, true);
        awaitQuiet();
        int lettersBefore = letters(alice);

        PostgresBackup backup = new PostgresBackup(directory.resolve("backup"));
        String server = platform.stack().infrastructure().postgres().jdbcUrl("postgres");
        backup.take(server);
        Path keycloak = keycloakFile();
        Path keycloakThen = Files.copy(keycloak, directory.resolve("keycloak"));
        Instant moment =
                Instant.parse(text(platform.stack().database(App.JOB_SERVICE), "select to_json(clock_timestamp())")
                        .replace("\"", ""));
        say("T is " + moment);

        // Since the moment.
        starts(tom, toStart);
        awaitAccess(toStart, true);
        finishes(tom, toFinish);
        awaitAccess(toFinish, false);
        toAccept.accepted();
        await().until(() -> tom.job(waiting).status() == 200);
        assertThat(alice.delete(toDelete.connection).status()).isEqualTo(200);
        await().until(() -> platform.feed()
                        .lastRecord(alice.partnerId(), ofDeleted)
                        .orElseThrow()
                        .data()
                == null);
        String since = accepted.job();
        Story late = new Story("late").requested();
        assertThat(alice.invite(NINA).status()).isEqualTo(201);
        assertThat(platform.bea().changeRole(platform.ben(), "ADMIN").status()).isEqualTo(204);
        await().until(() -> platform.ben().jobs().status() == 403);
        await().until(() -> letters(alice) == lettersBefore + 1);
        awaitQuiet();
        long told = platform.kafka().records(JOBS).size();

        // The steps of the page.
        for (App app : App.values()) {
            platform.stack().kill(app);
        }
        backup.archive(server);
        backup.restore(directory.resolve("recovered/postgres/data"), moment);
        say("recovered at " + recovered.postgres().jdbcUrl("job"));
        Files.copy(keycloakThen, keycloak, StandardCopyOption.REPLACE_EXISTING);
        platform.stack().infrastructure().keycloak().killAndRestart();
        Instant wellBefore = moment.minus(Duration.ofHours(1));
        for (App service : SERVICES) {
            say(Terminal.run(
                    "DATABASE_URL=%s PORT_OFFSET=%d deploy/operations/service %s after-restore --since=%s --all-databases"
                            .formatted(
                                    database(service).jdbcUrl(),
                                    platform.stack().url(service).getPort() - service.port(),
                                    service.module(),
                                    wellBefore)));
        }
        for (App app : App.values()) {
            platform.stack().restart(app, Map.of("DATABASE_URL", database(app).jdbcUrl()));
        }
        say("all serve again");

        // What the page promises.
        Person aliceAgain = again(DemoUser.ALICE);
        Person tomAgain = again(DemoUser.TOM);
        await().untilAsserted(() -> assertThat(tomAgain.jobIdsOf(accepted.fleet))
                .as("what FleetControl asked for before and since")
                .containsExactlyInAnyOrder(toStart, toFinish, since));
        assertThat(tomAgain.job(toStart).text("status"))
                .as("work since is lost")
                .isEqualTo("ASSIGNED");
        assertThat(tomAgain.job(toFinish).text("status")).as("so is its end").isEqualTo("RUNNING");
        awaitAccess(toStart, false);
        awaitAccess(toFinish, true);
        assertThat(openAccesses())
                .hasSize(Integer.parseInt(
                        text(database(App.JOB_SERVICE), "select count(*) from job_view where status = 'RUNNING'")));

        assertThat(aliceAgain.connection(toAccept.connection).text("state"))
                .as("a decision since is lost")
                .isEqualTo("PENDING");
        assertThat(tomAgain.job(waiting).status()).as("and nobody believes it").isEqualTo(404);
        assertThat(aliceAgain.accept(toAccept.connection).status()).isEqualTo(200);
        await().until(() -> tomAgain.job(waiting).status() == 200);
        assertThat(aliceAgain.connection(toDelete.connection).text("state"))
                .as("so is an end")
                .isEqualTo("ACCEPTED");
        assertThat(tomAgain.job(ofDeleted).status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(platform.kafka().lastOf(SmartControlFeed.TOPIC)).containsKey(ofDeleted));
        await().untilAsserted(
                        () -> assertThat(aliceAgain.connection(late.connection).text("state"))
                                .as("what FleetControl asked for since is asked again")
                                .isEqualTo("PENDING"));
        await().untilAsserted(() -> assertThat(letters(alice))
                .as("only the letter about it is sent again")
                .isEqualTo(lettersBefore + 2));

        assertThat(aliceAgain.users().body()).as("an invitation since is lost").doesNotContain(NINA);
        assertThat(aliceAgain.invite(NINA).status()).as("and can be sent again").isEqualTo(201);
        assertThat(again(DemoUser.BEN).jobs().status())
                .as("a role since is lost, in the service and in Keycloak")
                .isEqualTo(200);
        awaitQuiet();
        assertThat(text(
                        database(App.PARTNER_SERVICE),
                        "select count(*) from user_copy where user_id = '%s'".formatted(DemoUser.BEN.userId())))
                .as("and no other service has heard of it again")
                .isEqualTo("0");

        assertThat(idsTold(toStart)).as("told before: the same event").hasSize(1);
        assertThat(idsTold(since)).as("told since: another event").hasSize(2);
        assertThat(platform.kafka().records(JOBS)).hasSizeGreaterThan((int) told);
        assertThat(platform.feed()
                        .lastRecord(alice.partnerId(), since)
                        .orElseThrow()
                        .headers()
                        .get("ce_sequence"))
                .as("sorts behind all that was told")
                .hasSize(10);
        awaitQuiet();
        for (App service : SERVICES) {
            assertThat(Terminal.run("DATABASE_URL=%s PORT_OFFSET=%d deploy/operations/service %s dead-letters"
                                    .formatted(
                                            database(service).jdbcUrl(),
                                            platform.stack().url(service).getPort() - service.port(),
                                            service.module()))
                            .lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).endsWith(": 0 dead letters"));
        }
        fleetControl.createJob(FleetControl.newId(), accepted.fleet, alice.partnerId());
        await().until(() -> tomAgain.jobIdsOf(accepted.fleet).size() == 4);
    }

    /** A fleet and its connection with Alpine Fitters. */
    private final class Story {
        private final String fleet = FleetControl.newFleet();
        private final String connection = FleetControl.newId();
        private final String what;

        Story(String what) {
            this.what = what;
        }

        Story requested() {
            platform.fleetControl()
                    .requestConnection(connection, fleet, platform.alice().email());
            await(what).until(() -> platform.alice().connection(connection).status() == 200);
            return this;
        }

        Story accepted() {
            assertThat(platform.alice().accept(connection).status()).isEqualTo(200);
            return this;
        }

        String job() {
            String job = createdJob();
            await(what).until(() -> platform.tom().job(job).status() == 200);
            await(what)
                    .until(() -> platform.feed()
                            .lastRecord(platform.alice().partnerId(), job)
                            .isPresent());
            return job;
        }

        String createdJob() {
            String job = FleetControl.newId();
            platform.fleetControl().createDraft(job, fleet);
            platform.fleetControl().assignJob(job, platform.alice().partnerId());
            platform.fleetControl().hearsOfJob("assigned", job);
            return job;
        }
    }

    private static void starts(Person technician, String job) {
        assertThat(technician.acceptJob(job).status()).isEqualTo(200);
        String vin = "WVW%014d".formatted(Math.floorMod(job.hashCode(), 1_000_000_000));
        Answer started = technician.work(job, "start", "{\"vin\":\"%s\"}".formatted(vin));
        assertThat(started.status()).as(started.body()).isEqualTo(200);
    }

    private static void finishes(Person technician, String job) {
        Answer failed = technician.work(job, "fail", "{\"comment\":\"The vehicle is not here.\"}");
        assertThat(failed.status()).as(failed.body()).isEqualTo(200);
    }

    private Person again(DemoUser user) {
        return new Person(
                user,
                platform.stack().infrastructure().keycloak(),
                platform.stack().url(App.GATEWAY));
    }

    private int letters(Person person) {
        return new Mailbox(platform.stack().infrastructure().mail(), person.email())
                .mails()
                .size();
    }

    private void awaitAccess(String job, boolean open) {
        await().untilAsserted(() -> assertThat(openAccesses().containsKey(job)).isEqualTo(open));
    }

    private Map<String, ReceivedEvent> openAccesses() {
        return platform.kafka().lastOf(ACCESS);
    }

    private List<String> idsTold(String job) {
        return platform.kafka().records(JOBS).stream()
                .filter(row -> job.equals(row.key()) && row.type().endsWith(".job.created.v1"))
                .map(ReceivedEvent::id)
                .distinct()
                .toList();
    }

    /** Every group has read all there is. */
    private void awaitQuiet() throws Exception {
        try (Admin admin = admin()) {
            await().during(Duration.ofSeconds(2)).until(() -> lag(admin) == 0);
        }
    }

    private static long lag(Admin admin) throws Exception {
        long lag = 0;
        for (App service : SERVICES) {
            Map<TopicPartition, OffsetAndMetadata> read = positions(admin, service);
            Map<TopicPartition, Long> ends = ends(admin, List.copyOf(read.keySet()));
            lag += read.entrySet().stream()
                    .mapToLong(each -> ends.get(each.getKey()) - each.getValue().offset())
                    .sum();
        }
        return lag;
    }

    /** Of all groups of a service, which are named after it. */
    private static Map<TopicPartition, OffsetAndMetadata> positions(Admin admin, App service) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (GroupListing group :
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
            if ((group.groupId() + ".").startsWith(service.module() + ".")) {
                positions.putAll(admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get());
            }
        }
        return positions;
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions) throws Exception {
        return admin
                .listOffsets(partitions.stream().collect(toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", platform.stack().infrastructure().kafka().bootstrapServers()));
    }

    /** Each is named like its owner. */
    private Database database(App app) {
        Database before = platform.stack().database(app);
        return new Database(recovered.postgres().jdbcUrl(before.username()), before.username(), before.password());
    }

    private static String text(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Keycloak's database, which is a file here: whole as soon as nothing has been written for a while. */
    private Path keycloakFile() throws IOException {
        try (Stream<Path> files = Files.walk(data().resolve("keycloak"))) {
            Path file = files.filter(path -> path.toString().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow();
            var written = Files.getLastModifiedTime(file);
            await().during(Duration.ofSeconds(3)).until(() -> written.equals(Files.getLastModifiedTime(file)));
            return file;
        }
    }

    private Path data() {
        return platform.stack().logs().resolveSibling("data");
    }

    private static void say(String text) {
        System.out.println(Instant.now() + " " + text);
    }
}
