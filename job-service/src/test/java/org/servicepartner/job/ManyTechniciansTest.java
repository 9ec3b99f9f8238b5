package org.servicepartner.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.VehicleChecks;
import org.servicepartner.job.work.Step;
import org.servicepartner.job.work.WorkDesk;
import org.servicepartner.job.work.WorkOrder;
import org.servicepartner.platform.eventstore.EventLog;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.idempotency.IdempotentRequests.Answered;
import org.servicepartner.platform.security.Caller;
import org.servicepartner.platform.testing.CloudEventsClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many technicians at once on a few jobs and two processes of the service, each impatient: some commands are sent again under the same key while the first is still
 * under way. Whatever order the service found, what it answered and what it stored must tell one and the same story.
 */
class ManyTechniciansTest extends RunningJobService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CloudEventsClient KAFKA = new CloudEventsClient();
    private static final int TECHNICIANS = 12;
    private static final int JOBS = 5;
    private static final int STEPS = 30;
    private static final VehicleChecks PASSED = new VehicleChecks("PASSED", "PASSED", "PASSED", "PASSED", "PASSED");

    @Autowired
    WorkDesk desk;

    @Autowired
    Environment environment;

    @Autowired
    EventLog log;

    @AfterAll
    static void close() {
        KAFKA.close();
    }

    /** One command, and every answer it got. */
    record Sent(String technician, WorkOrder order, List<Answered> answers) {
        boolean succeeded() {
            return answers.getFirst().answer().status() == 200;
        }
    }

    @Test
    void everyAnswerAndEveryEventTellOneStory() throws Exception {
        Fleet fleet = new Fleet(KAFKA, jdbc).accepted();
        List<String> jobs = new ArrayList<>();
        for (int number = 0; number < JOBS; number++) {
            jobs.add(fleet.installation());
        }
        List<Caller> technicians = new ArrayList<>();
        for (int number = 0; number < TECHNICIANS; number++) {
            String user = UUID.randomUUID().toString();
            fleet.technician(user, true);
            technicians.add(new Caller(user, Fleet.PARTNER, Set.of("technician")));
        }

        List<Sent> sent = new ArrayList<>();
        try (ConfigurableApplicationContext replica = replica();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<WorkDesk> desks = List.of(desk, replica.getBean(WorkDesk.class));
            List<Future<List<Sent>>> days = new ArrayList<>();
            for (int number = 0; number < TECHNICIANS; number++) {
                Caller technician = technicians.get(number);
                Random random = new Random(number);
                days.add(threads.submit(() -> day(desks, technician, jobs, random)));
            }
            for (Future<List<Sent>> day : days) {
                sent.addAll(day.get());
            }
        }

        assertThat(sent).allSatisfy(command -> {
            assertThat(command.answers.stream()
                            .map(answered -> answered.answer())
                            .distinct())
                    .hasSize(1);
            assertThat(command.answers.stream().filter(answered -> !answered.replayed()))
                    .hasSize(1);
        });
        for (String job : jobs) {
            assertOneStory(job, sent);
        }
        assertThat(sent.stream().filter(Sent::succeeded)).hasSizeGreaterThan(JOBS);
    }

    /** A second process of the service at the same database: what waits in one memory must not be all that keeps order. */
    private ConfigurableApplicationContext replica() {
        Map<String, Object> settings = new HashMap<>();
        for (String name : List.of(
                "DATABASE_URL",
                "DATABASE_USERNAME",
                "DATABASE_PASSWORD",
                "KAFKA_BOOTSTRAP_SERVERS",
                "OIDC_ISSUER_URI")) {
            settings.put(name, environment.getRequiredProperty(name));
        }
        settings.put("SERVER_PORT", "0");
        return new SpringApplicationBuilder(JobService.class)
                .properties(settings)
                .run();
    }

    private List<Sent> day(List<WorkDesk> desks, Caller technician, List<String> jobs, Random random) throws Exception {
        List<Sent> sent = new ArrayList<>();
        for (int number = 0; number < STEPS; number++) {
            String job = jobs.get(random.nextInt(jobs.size()));
            Step step = List.of(
                            Step.ACCEPT, Step.ACCEPT, Step.START, Step.CONFIGURE, Step.TEST, Step.RELEASE, Step.RELEASE)
                    .get(random.nextInt(7));
            WorkOrder order = new WorkOrder(
                    job,
                    step,
                    null,
                    step == Step.CONFIGURE
                            ? new JobDetails(null, null, null, null, null, Fleet.UNIT, null, null, null)
                            : JobDetails.NOTHING,
                    step == Step.CONFIGURE ? "SUCCEEDED" : null,
                    null,
                    step == Step.TEST ? PASSED : null,
                    null);
            long seen = jdbc.sql("select version from job_view where job_id = ?")
                    .param(job)
                    .query(Long.class)
                    .single();
            String key = technician.userId().substring(0, 8) + "-" + number;
            sent.add(new Sent(
                    technician.userId(), order, send(desks, technician, key, seen, order, random.nextInt(3) + 1)));
        }
        return sent;
    }

    private List<Answered> send(
            List<WorkDesk> desks, Caller technician, String key, long seen, WorkOrder order, int times)
            throws Exception {
        List<Answered> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answered>> futures = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                WorkDesk any = desks.get((order.hashCode() & 1) ^ (time & 1));
                futures.add(threads.submit(() -> any.handle(technician, key, seen, order)));
            }
            for (Future<Answered> future : futures) {
                answers.add(future.get());
            }
        }
        return answers;
    }

    /** Replays the stored events: each is by whoever held the job then, and each belongs to exactly one successful command. */
    private void assertOneStory(String job, List<Sent> sent) {
        List<RecordedEvent> events = log.ofAggregate(job, 0);
        Map<String, Integer> byTechnician = new HashMap<>();
        String holder = null;
        boolean running = false;
        for (RecordedEvent recorded : events.subList(1, events.size())) {
            JobEvent event = (JobEvent) recorded.payload();
            byTechnician.merge(event.byTechnician(), 1, Integer::sum);
            switch (event) {
                case JobEvent.Accepted accepted -> {
                    assertThat(holder).as("nobody holds it when it is accepted").isNull();
                    holder = accepted.technicianId();
                }
                case JobEvent.Released released -> {
                    assertThat(released.technicianId()).isEqualTo(holder);
                    holder = null;
                    running = false;
                }
                case JobEvent.Started started -> {
                    assertThat(started.technicianId()).isEqualTo(holder);
                    assertThat(running).isFalse();
                    running = true;
                }
                default -> {
                    assertThat(event.byTechnician()).isEqualTo(holder);
                    assertThat(running).isTrue();
                }
            }
        }
        for (int number = 0; number < events.size(); number++) {
            assertThat(events.get(number).sequence()).isEqualTo(number);
        }
        byTechnician.forEach((technician, count) -> assertThat(answered(technician, job, sent))
                .as("each of the technician's events has an answer of its own")
                .hasSize(count));
    }

    /** The versions that the technician was answered for this job: one for each event; who accepts what he holds adds none. */
    private static Set<Long> answered(String technician, String job, List<Sent> sent) {
        Set<Long> versions = new TreeSet<>();
        sent.stream()
                .filter(command -> command.succeeded() && command.technician.equals(technician))
                .filter(command -> command.order.jobId().equals(job))
                .map(command ->
                        JSON.readTree(command.answers.getFirst().answer().body()))
                .forEach(body -> versions.add(body.path("version").asLong()));
        return versions;
    }
}
