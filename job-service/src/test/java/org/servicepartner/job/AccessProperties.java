package org.servicepartner.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.servicepartner.job.domain.ConnectionCommand;
import org.servicepartner.job.domain.JobCommand;
import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.TechnicianCommand;
import org.servicepartner.job.domain.VehicleChecks;
import org.servicepartner.job.view.VehicleAccesses;
import org.servicepartner.job.work.Step;
import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.job.work.WorkOrder;
import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.testing.CloudEventsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Access exists exactly while it may, at every moment: random commands of technicians among connections that come and end and
 * technicians who come and go, against a model of the rule.
 */
class AccessProperties {
    private static final int TECHNICIANS = 2;
    private static final int CONNECTIONS = 3;
    private static final int JOBS = 2;
    private static final VehicleChecks ALL_PASSED = new VehicleChecks("PASSED", "PASSED", "PASSED", "PASSED", "PASSED");
    private static ConfigurableApplicationContext service;

    enum What {
        ACCEPT_CONNECTION,
        END_CONNECTION,
        ENABLE,
        DISABLE,
        ACCEPT,
        START,
        RELEASE,
        COMPLETE,
        FAIL
    }

    record Deed(What what, int technician, int connection, int job) {}

    /** The rule, and what the service said of commands. */
    private static final class Story {
        private final String run = UUID.randomUUID().toString().substring(0, 8);
        private final String partner = UUID.randomUUID().toString();
        private final Set<String> accepted = new HashSet<>();
        private final Set<String> ended = new HashSet<>();
        private final Set<String> active = new HashSet<>();
        private final Map<String, String> holder = new HashMap<>();
        private final Map<String, String> under = new HashMap<>();
        private final Set<String> running = new HashSet<>();
        private long version;

        private String job(int number) {
            return UUID.nameUUIDFromBytes((run + "job" + number).getBytes()).toString();
        }

        private String technician(int number) {
            return run + "-technician-" + number;
        }

        private String vin(int job) {
            return "WVWZZZ1JZXW00000" + job;
        }

        private boolean isLive(String connection) {
            return accepted.contains(connection) && !ended.contains(connection);
        }

        private boolean mayReach(String technician, String job) {
            return running.contains(job)
                    && technician.equals(holder.get(job))
                    && isLive(under.get(job))
                    && active.contains(technician);
        }

        private void create() {
            for (int number = 0; number < JOBS; number++) {
                JobDetails details =
                        new JobDetails("MAINTENANCE", vin(number), null, null, null, null, null, null, null);
                send(new JobCommand.CreateJob(job(number), run + "-fleet", partner, details, "m", Instant.now()));
            }
        }

        private void happens(Deed deed) {
            String connection = run + "-connection-" + deed.connection;
            String technician = technician(deed.technician);
            switch (deed.what) {
                case ACCEPT_CONNECTION -> {
                    send(new ConnectionCommand.NoteAcceptance(
                            connection, run + "-fleet", partner, false, Instant.now()));
                    accepted.add(connection);
                }
                case END_CONNECTION -> {
                    send(new ConnectionCommand.NoteEnd(connection, run + "-fleet", partner, "DELETED", Instant.now()));
                    ended.add(connection);
                }
                case ENABLE -> {
                    send(new TechnicianCommand.NoteMaySeeJobs(technician, partner, ++version, Instant.now()));
                    active.add(technician);
                }
                case DISABLE -> {
                    send(new TechnicianCommand.NoteMayNotSeeJobs(technician, partner, ++version, Instant.now()));
                    active.remove(technician);
                }
                case ACCEPT -> works(deed, Step.ACCEPT);
                case START -> works(deed, Step.START);
                case RELEASE -> works(deed, Step.RELEASE);
                case COMPLETE -> {
                    works(deed, Step.TEST);
                    works(deed, Step.COMPLETE);
                }
                case FAIL -> works(deed, Step.FAIL);
            }
        }

        private void works(Deed deed, Step step) {
            String job = job(deed.job);
            String technician = technician(deed.technician);
            WorkOrder order = new WorkOrder(
                    job,
                    step,
                    null,
                    JobDetails.NOTHING,
                    null,
                    null,
                    step == Step.TEST ? ALL_PASSED : null,
                    step == Step.FAIL ? "No vehicle" : null);
            boolean done;
            try {
                done = service.getBean(WorkDesk.class)
                                .handle(
                                        new Caller(technician, partner, Set.of("technician")),
                                        UUID.randomUUID().toString(),
                                        version(job),
                                        order)
                                .answer()
                                .status()
                        == 200;
            } catch (ProblemException hidden) {
                done = false;
            }
            if (!done) {
                return;
            }
            assertThat(active).as("only active technicians work").contains(technician);
            assertThat(accepted.stream().anyMatch(this::isLive))
                    .as("only what is seen is worked on")
                    .isTrue();
            switch (step) {
                case ACCEPT -> holder.put(job, technician);
                case START -> {
                    running.add(job);
                    under.put(job, heldUnder(job));
                }
                case RELEASE -> {
                    running.remove(job);
                    holder.remove(job);
                }
                case COMPLETE, FAIL -> running.remove(job);
                default -> {}
            }
        }

        private long version(String job) {
            return service.getBean(JdbcClient.class)
                    .sql("select version from job_view where job_id = ?")
                    .param(job)
                    .query(Long.class)
                    .single();
        }

        private String heldUnder(String job) {
            return service.getBean(JdbcClient.class)
                    .sql("select started_under from job_view where job_id = ?")
                    .param(job)
                    .query(String.class)
                    .single();
        }

        private void assertAccess() {
            VehicleAccesses accesses = service.getBean(VehicleAccesses.class);
            for (int technician = 0; technician < TECHNICIANS; technician++) {
                for (int job = 0; job < JOBS; job++) {
                    assertThat(accesses.of(technician(technician), vin(job)).stream()
                                    .anyMatch(VehicleAccesses.RunningJob::givesAccess))
                            .isEqualTo(mayReach(technician(technician), job(job)));
                }
            }
        }

        /** What the rules do about it afterwards, so that the next deed finds it done. */
        private void settle() {
            for (int number = 0; number < JOBS; number++) {
                String job = job(number);
                String technician = holder.get(job);
                boolean left = technician != null && !active.contains(technician);
                boolean over = running.contains(job) && !isLive(under.get(job));
                if (over) {
                    await().until(() -> !status(job).equals("RUNNING"));
                    running.remove(job);
                }
                if (left && !Set.of("SUCCEEDED", "FAILED").contains(status(job))) {
                    await().until(() -> unheld(job));
                    running.remove(job);
                    holder.remove(job);
                }
            }
        }

        private String status(String job) {
            return service.getBean(JdbcClient.class)
                    .sql("select status from job_view where job_id = ?")
                    .param(job)
                    .query(String.class)
                    .single();
        }

        private boolean unheld(String job) {
            return service.getBean(JdbcClient.class)
                    .sql(
                            "select technician_id is null or status in ('SUCCEEDED', 'FAILED') from job_view where job_id = ?")
                    .param(job)
                    .query(Boolean.class)
                    .single();
        }

        private void assertTopic() {
            Map<String, Boolean> granted = new HashMap<>();
            try (CloudEventsClient kafka = new CloudEventsClient()) {
                kafka.records("servicepartner.vehicle-access.v1")
                        .forEach(event -> granted.put(event.key(), event.data() != null));
            }
            for (int number = 0; number < JOBS; number++) {
                String job = job(number);
                boolean any = holder.containsKey(job) && mayReach(holder.get(job), job);
                assertThat(granted.getOrDefault(job, false)).isEqualTo(any);
            }
        }
    }

    private static void send(Object command) {
        service.getBean(CommandGateway.class).sendAndWait(command);
    }

    @BeforeContainer
    static void start() {
        Database database = Infrastructure.shared().postgres().createDatabase("access");
        service = new SpringApplicationBuilder(JobService.class)
                .properties(Map.of(
                        "SERVER_PORT", "0",
                        "DATABASE_URL", database.jdbcUrl(),
                        "DATABASE_USERNAME", database.username(),
                        "DATABASE_PASSWORD", database.password(),
                        "KAFKA_BOOTSTRAP_SERVERS",
                                Infrastructure.shared().kafka().bootstrapServers(),
                        "OIDC_ISSUER_URI", "http://127.0.0.1:1/realms/unused"))
                .run(
                        "--spring.cloud.stream.bindings.fleetControlJobs-in-0.group=access",
                        "--spring.cloud.stream.bindings.connections-in-0.group=access",
                        "--spring.cloud.stream.bindings.users-in-0.group=access");
    }

    @AfterContainer
    static void stop() {
        service.close();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void accessExistsExactlyWhileItMay(@ForAll("stories") List<Deed> deeds) {
        Story story = new Story();
        story.create();
        story.happens(new Deed(What.ACCEPT_CONNECTION, 0, 0, 0));
        story.happens(new Deed(What.ENABLE, 0, 0, 0));
        for (Deed deed : deeds) {
            story.happens(deed);
            story.assertAccess();
            story.settle();
            story.assertAccess();
        }
        await().untilAsserted(story::assertTopic);
    }

    @Provide
    Arbitrary<List<Deed>> stories() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(1, What.ACCEPT_CONNECTION),
                                Tuple.of(1, What.END_CONNECTION),
                                Tuple.of(2, What.ENABLE),
                                Tuple.of(1, What.DISABLE),
                                Tuple.of(5, What.ACCEPT),
                                Tuple.of(5, What.START),
                                Tuple.of(1, What.RELEASE),
                                Tuple.of(2, What.COMPLETE),
                                Tuple.of(1, What.FAIL)),
                        Arbitraries.integers().between(0, TECHNICIANS - 1),
                        Arbitraries.integers().between(0, CONNECTIONS - 1),
                        Arbitraries.integers().between(0, JOBS - 1))
                .as(Deed::new)
                .list()
                .ofMaxSize(20);
    }
}
