package org.servicepartner.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.servicepartner.local.App;
import org.servicepartner.local.LocalStack;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.Traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The commands of docs/runbook/operations, beside services that serve. */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(PlatformExtension.class)
class OperationsIT {
    private static final String DEAD_LETTERS = "job-service.fleetcontrol.jobs.v1.dlt";
    private static final String PASSWORD = "a long enough Passw0rd";

    private final LocalStack stack;
    private final CloudEventsClient kafka;
    private final FleetControl fleetControl;
    private final Person alice;
    private final Person tom;

    private final String fleet = FleetControl.newFleet();
    private final String job = FleetControl.newId();

    OperationsIT(Platform platform) {
        this.stack = platform.stack();
        this.kafka = platform.kafka();
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
        this.tom = platform.tom();
    }

    @BeforeEach
    void a_fleet_is_connected() {
        String connection = FleetControl.newId();
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
        alice.accept(connection);
    }

    @Test
    void a_rebuild_that_is_killed_changes_nothing_and_the_next_one_repairs_the_read_model() throws Exception {
        fleetControl.createJob(job, fleet, alice.partnerId());
        await().until(() -> tom.jobIdsOf(fleet).contains(job));
        long jobs = jobsInView();
        execute("update job_view set status = 'SUCCEEDED' where job_id = '%s'".formatted(job));

        try (Connection reader = stack.database(App.JOB_SERVICE).connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select 1 from job_view where job_id = '%s' for update".formatted(job));
            Process rebuild = start("rebuild job-view");
            await("the rebuild has begun and waits for this row")
                    .until(() -> number("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                                    + "and query like 'delete from job_view%'")
                            == 1);
            assertThat(tom.job(job).text("status")).as("the old row serves").isEqualTo("SUCCEEDED");
            rebuild.descendants().forEach(ProcessHandle::destroyForcibly);
            rebuild.onExit().join();
            reader.rollback();
        }
        assertThat(jobsInView()).isEqualTo(jobs);
        assertThat(tom.job(job).text("status")).as("nothing has changed").isEqualTo("SUCCEEDED");

        assertThat(run("rebuild job-view")).contains("job-view is made anew from ");

        assertThat(tom.job(job).text("status")).isEqualTo("ASSIGNED");
        assertThat(jobsInView()).isEqualTo(jobs);
        String next = FleetControl.newId();
        fleetControl.createJob(next, fleet, alice.partnerId());
        await().untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).containsExactlyInAnyOrder(job, next));
    }

    @Test
    void a_message_that_failed_has_its_one_effect_after_the_fix() throws Exception {
        execute("create function fail() returns trigger language plpgsql as $$ begin raise exception 'a bug'; end $$");
        execute(
                "create trigger bug before insert on job_view for each row when (new.job_id = '%s') execute function fail()"
                        .formatted(job));
        String message = fleetControl.createJob(job, fleet, alice.partnerId());
        kafka.await(DEAD_LETTERS, 1, letter -> letter.id().equals(message));

        execute("drop trigger bug on job_view");
        execute("drop function fail()");

        assertThat(run("replay fleetcontrol.jobs.v1 --id=" + message))
                .containsPattern("handled +FAILED  fleetcontrol\\.job\\.created\\.v1  id=" + message + "  key=" + job)
                .doesNotContain("WVWZZZ1JZXW386752", "M-PM 1234");
        await().untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).containsExactly(job));
        assertThat(number("select count(*) from domain_event where aggregate_id = '%s'".formatted(job)))
                .isEqualTo(1);
    }

    @Test
    void a_mistake_is_told_in_one_sentence_and_to_the_shell() {
        assertThat(run("rebuild job-vew; echo $?")).isEqualTo("""
                        There is no read model job-vew, only: job-view, connection-view, technician-view, vehicle-work.
                        2
                        """);
    }

    @Test
    void what_a_command_needs_and_is_not_there_is_told_in_one_sentence_and_to_the_shell() {
        assertThat(run("rebuild job-view --spring.datasource.url=jdbc:postgresql://127.0.0.1:1/job; echo $?"))
                .startsWith(
                        "PostgreSQL (jdbc:postgresql://127.0.0.1:1/job) cannot be used: Connection to 127.0.0.1:1 refused.")
                .endsWith(" When it can, call this again: nothing is done twice.\n1\n")
                .hasLineCount(2);
        assertThat(
                        run(
                                "dead-letters --spring.kafka.bootstrap-servers=127.0.0.1:1 --spring.kafka.admin.operation-timeout=5s; echo $?"))
                .startsWith("Kafka (127.0.0.1:1) cannot be used: ")
                .endsWith(" When it can, call this again: nothing is done twice.\n1\n")
                .hasLineCount(2);
        assertThat(run("after-restore --since=2026-01-31T09:30:00Z; echo $?")).isEqualTo("""
                        Replicas of this service still read from Kafka. Stop all of them and call this again; nothing is changed.
                        2
                        """);
    }

    @Test
    void one_person_is_erased_and_history_stays() throws Exception {
        String unique = FleetControl.newId().substring(0, 8);
        String lastName = "Quellenhof" + unique;
        String address = "quirin." + unique + "@alpine-fitters.example";
        Answer invited = alice.invite("Quirin", lastName, address);
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        String id = invited.text("userId");
        Person quirin = registered(address);
        await().until(() -> quirin.jobs().status() == 200);
        fleetControl.createJob(job, fleet, alice.partnerId());
        await().until(() -> quirin.jobIdsOf(fleet).contains(job));
        quirin.acceptJob(job);
        quirin.start(job);
        assertThat(quirin.work(job, "fail", "{\"comment\":\"No vehicle there\"}")
                        .status())
                .isEqualTo(200);
        assertThat(whoDid(job).getFirst().path("lastName").asString()).isEqualTo(lastName);
        assertThat(found(address))
                .contains("identity-service public.user_view", "notification-service public.delivery");
        assertThat(found(lastName)).contains("identity-service public.user_view", "job-service public.user_name");
        assertThat(alice.remove(id).status()).isEqualTo(204);

        String receipt = erase(id);

        assertThat(receipt)
                .contains("of user " + id, "identity-service ", "partner-service ", "fleet-connection-service ")
                .contains("job-service ", "notification-service ", "keycloak ", "Kept, and why:")
                .doesNotContain("not confirmed", lastName, address);
        assertForgotten(id, lastName, address);
        for (String model : List.of("identity-service rebuild user-view", "job-service rebuild technician-view")) {
            Terminal.run(command(model));
        }
        assertForgotten(id, lastName, address);
        assertThat(erase(id)).isEqualTo(receipt);
    }

    private Person registered(String address) {
        String link = Mailbox.link(new Mailbox(stack.infrastructure().mail(), address).await(1));
        Answer answer = Person.register(stack.url(App.GATEWAY), link, PASSWORD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new Person(address, PASSWORD, stack.infrastructure().keycloak(), stack.url(App.GATEWAY));
    }

    /** What it prints at last; before, it says for whom it waits. */
    private String erase(String userId) {
        String output = Terminal.run(command("identity-service erase " + userId));
        return output.substring(output.indexOf("Erasure "));
    }

    private void assertForgotten(String id, String lastName, String address) throws Exception {
        assertThat(found(lastName)).isEmpty();
        assertThat(found(address)).isEmpty();
        assertThatThrownBy(() -> stack.infrastructure().keycloak().token(address, PASSWORD))
                .hasMessageContaining("Invalid user credentials");
        assertThat(whoDid(job)).hasSize(3).allSatisfy(who -> {
            assertThat(who.path("userId").asString()).isEqualTo(id);
            assertThat(who.path("erased").asBoolean()).isTrue();
            assertThat(who.has("lastName")).isFalse();
        });
        assertThat(alice.users()
                        .json()
                        .path("users")
                        .valueStream()
                        .filter(user -> user.path("userId").asString().equals(id)))
                .singleElement()
                .satisfies(user -> assertThat(user.propertyStream().map(Map.Entry::getKey))
                        .containsExactlyInAnyOrder("userId", "role", "state", "you"));
    }

    private List<JsonNode> whoDid(String jobId) {
        return alice.adminsJob(jobId)
                .json()
                .path("timeline")
                .valueStream()
                .map(entry -> entry.path("by"))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** In which tables of which databases, and in which logs. */
    private List<String> found(String text) throws Exception {
        List<String> found = new ArrayList<>();
        for (App app : App.values()) {
            try (Connection connection = stack.database(app).connect()) {
                Traces.of(text, connection).forEach(table -> found.add(app.module() + " " + table));
            }
            if (Files.readString(stack.logs().resolve(app.module() + ".log")).contains(text)) {
                found.add(app.module() + " log");
            }
        }
        return found;
    }

    private String run(String command) {
        return Terminal.run(commandLine(command));
    }

    private Process start(String command) throws IOException {
        return new ProcessBuilder("bash", "-c", commandLine(command))
                .directory(Path.of("../..").toFile())
                .inheritIO()
                .start();
    }

    private String commandLine(String command) {
        return command("job-service " + command);
    }

    private String command(String serviceAndCommand) {
        return "PORT_OFFSET=%d deploy/operations/service %s"
                .formatted(stack.url(App.JOB_SERVICE).getPort() - App.JOB_SERVICE.port(), serviceAndCommand);
    }

    private long jobsInView() {
        return number("select count(*) from job_view");
    }

    private long number(String sql) {
        return StoredEvent.number(stack, App.JOB_SERVICE, sql);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = stack.database(App.JOB_SERVICE).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
