package org.servicepartner.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.servicepartner.local.App;
import org.servicepartner.local.LocalStack;
import org.servicepartner.platform.testing.CloudEventsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The commands of docs/runbook/operations, beside services that serve. */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(PlatformExtension.class)
class OperationsIT {
    private static final String DEAD_LETTERS = "job-service.fleetcontrol.jobs.v1.dlt";

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
        return "PORT_OFFSET=%d deploy/operations/service job-service %s"
                .formatted(stack.url(App.JOB_SERVICE).getPort() - App.JOB_SERVICE.port(), command);
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
