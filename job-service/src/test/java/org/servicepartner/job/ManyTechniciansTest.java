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

import org.servicepartner.job.domain.Job;
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
 * under way, and half of them over HTTP. Whatever order the service found, what it answered and what it stored must tell one and the same story.
 */
class ManyTechniciansTest extends RunningJobService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CloudEventsClient KAFKA = new CloudEventsClient();
    private static final int TECHNICIANS = 12;
    private static final int JOBS = 6;
    private static final int STEPS = 30;
    private static final int QUEUES = 4;
    private static final VehicleChecks PASSED = new VehicleChecks("PASSED", "PASSED", "PASSED", "PASSED", "PASSED");
    private static final List<Step> ANY = List.of(
            Step.ACCEPT, Step.ACCEPT, Step.START, Step.CONFIGURE, Step.TEST, Step.RELEASE, Step.COMPLETE, Step.FAIL);
    private static final List<Step> WAY = List.of(Step.START, Step.CONFIGURE, Step.TEST);

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

    /** What was answered, at the desk or over HTTP. */
    record Reply(int status, String body, boolean replayed) {}

    /** One command, and every answer it got. */
    record Sent(String technician, WorkOrder order, List<Reply> answers) {
        boolean succeeded() {
            return answers.getFirst().status == 200;
        }
    }

    /** Where a technician's commands go in; one at each process. */
    @FunctionalInterface
    interface Door {
        Reply send(String key, long seen, WorkOrder order);
    }

    @Test
    void everyAnswerAndEveryEventTellOneStory() throws Exception {
        Fleet fleet = new Fleet(KAFKA, jdbc).accepted();
        List<String> jobs = new ArrayList<>();
        for (int number = 0; number < JOBS; number++) {
            jobs.add(fleet.installation());
        }
        Accounts accounts = new Accounts();

        List<Sent> sent = new ArrayList<>();
        try (ConfigurableApplicationContext replica = replica();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int otherPort = replica.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            List<Future<List<Sent>>> days = new ArrayList<>();
            for (int number = 0; number < TECHNICIANS; number++) {
                String technician = UUID.randomUUID().toString();
                fleet.technician(technician, true);
                List<Door> doors;
                if (number % 2 == 0) {
                    String token = accounts.technician(technician, Fleet.PARTNER);
                    doors = List.of(over(new Phone(port, token)), over(new Phone(otherPort, token)));
                } else {
                    Caller caller = new Caller(technician, Fleet.PARTNER, Set.of("technician"));
                    doors = List.of(at(desk, caller), at(replica.getBean(WorkDesk.class), caller));
                }
                Random random = new Random(number);
                days.add(threads.submit(() -> day(doors, technician, jobs, random)));
            }
            for (Future<List<Sent>> day : days) {
                sent.addAll(day.get());
            }
        }

        assertThat(sent).allSatisfy(command -> {
            assertThat(command.answers.stream()
                            .map(reply -> reply.status + reply.body)
                            .distinct())
                    .hasSize(1);
            assertThat(command.answers.stream().filter(reply -> !reply.replayed))
                    .hasSize(1);
        });
        for (String job : jobs) {
            assertOneStory(job, sent);
        }
        assertThat(sent.stream().filter(Sent::succeeded).map(command -> command.order.step()))
                .contains(Step.ACCEPT, Step.START, Step.CONFIGURE, Step.TEST, Step.COMPLETE, Step.FAIL);
    }

    /** What phones have gathered without reception arrives at both processes at once, and once more: from each phone all jobs, in its order. */
    @Test
    void queuesThatComeAgainAndAtOnceHaveTheirEffectOnce() throws Exception {
        Fleet fleet = new Fleet(KAFKA, jdbc).accepted();
        List<String> jobs = List.of(fleet.installation(), fleet.installation(), fleet.installation());
        Accounts accounts = new Accounts();
        List<Queue> queues = new ArrayList<>();

        try (ConfigurableApplicationContext replica = replica();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int otherPort = replica.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            List<Future<List<String>>> first = new ArrayList<>();
            for (int number = 0; number < QUEUES; number++) {
                String technician = UUID.randomUUID().toString();
                fleet.technician(technician, true);
                String token = accounts.technician(technician, Fleet.PARTNER);
                Queue queue = new Queue(technician, new Phone(port, token), new Phone(otherPort, token), jobs);
                queues.add(queue);
            }
            for (Queue queue : queues) {
                first.add(threads.submit(() -> queue.sendTo(queue.here)));
                first.add(threads.submit(() -> queue.sendTo(queue.there)));
            }
            for (int number = 0; number < QUEUES; number++) {
                Queue queue = queues.get(number);
                queue.assertSameStory(
                        first.get(2 * number).get(), first.get(2 * number + 1).get(), queue.sendTo(queue.here));
            }
        }

        for (String job : jobs) {
            List<RecordedEvent> events = log.ofAggregate(Job.class, job);
            assertThat(events.stream().map(event -> event.payload().getClass().getSimpleName()))
                    .containsExactly("Created", "Accepted", "Started", "Configured", "Tested", "Succeeded");
            assertThat(events.stream().skip(1).map(event -> ((JobEvent) event.payload()).byTechnician()))
                    .hasSize(5)
                    .containsOnly(((JobEvent) events.getLast().payload()).byTechnician());
        }
        assertThat(queues.stream().mapToLong(queue -> queue.effects).sum()).isEqualTo(5L * jobs.size());
    }

    /** One technician's queue: every step of every job. */
    private static final class Queue {
        private static final List<String> STEPS = List.of(
                "\"command\":\"accept\"",
                "\"command\":\"start\"",
                "\"command\":\"configure\",\"outcome\":\"SUCCEEDED\",\"telematicsUnitId\":\"" + Fleet.UNIT + "\"",
                "\"command\":\"test\"," + Phone.ALL_PASSED.strip().replaceAll("^\\{|}$", ""),
                "\"command\":\"complete\"");

        private final Phone here;
        private final Phone there;
        private final String commands;
        private long effects;

        private Queue(String technician, Phone here, Phone there, List<String> jobs) {
            this.here = here;
            this.there = there;
            List<String> all = new ArrayList<>();
            for (String job : jobs) {
                for (String step : STEPS) {
                    all.add("{\"idempotencyKey\":\"%s-%d\",\"jobId\":\"%s\",\"seenVersion\":0,%s}"
                            .formatted(technician.substring(0, 8), all.size(), job, step));
                }
            }
            this.commands = "{\"commands\":[" + String.join(",", all) + "]}";
        }

        /** What came of each command. */
        private List<String> sendTo(Phone phone) {
            Phone.Reply reply = phone.batch(commands);
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            return reply.body()
                    .path("results")
                    .valueStream()
                    .map(result -> result.path("outcome").asString())
                    .toList();
        }

        /** A command has its effect in one of the batches and has had it in the others, or it has none in any. */
        private void assertSameStory(List<String> first, List<String> second, List<String> later) {
            for (int number = 0; number < first.size(); number++) {
                List<String> both = List.of(first.get(number), second.get(number));
                if (later.get(number).equals("ALREADY_APPLIED")) {
                    assertThat(both).containsOnlyOnce("APPLIED").containsAnyOf("ALREADY_APPLIED");
                    effects++;
                } else {
                    assertThat(both).containsExactly("REFUSED", "REFUSED");
                    assertThat(later.get(number)).isEqualTo("REFUSED");
                }
            }
        }
    }

    private static Door at(WorkDesk desk, Caller technician) {
        return (key, seen, order) -> {
            Answered answered = desk.handle(technician, key, seen, order);
            return new Reply(answered.answer().status(), answered.answer().body(), answered.replayed());
        };
    }

    private static Door over(Phone phone) {
        return (key, seen, order) -> {
            String body =
                    switch (order.step()) {
                        case CONFIGURE -> "{\"outcome\":\"SUCCEEDED\",\"telematicsUnitId\":\"" + Fleet.UNIT + "\"}";
                        case TEST -> Phone.ALL_PASSED;
                        case FAIL -> "{\"comment\":\"" + order.comment() + "\"}";
                        default -> "{}";
                    };
            Phone.Reply reply = phone.send(order.jobId(), order.step().word(), key, "\"" + seen + "\"", body);
            return new Reply(reply.status(), reply.text(), reply.replayed());
        };
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

    /** Wanders about, and most of the time goes on with the job that was accepted last. Every other job fails in the end. */
    private List<Sent> day(List<Door> doors, String technician, List<String> jobs, Random random) throws Exception {
        List<Sent> sent = new ArrayList<>();
        String held = null;
        int done = 0;
        for (int number = 0; number < STEPS; number++) {
            String job = jobs.get(random.nextInt(jobs.size()));
            Step step = ANY.get(random.nextInt(ANY.size()));
            if (held != null && random.nextInt(4) > 0) {
                job = held;
                Step last = jobs.indexOf(job) % 2 == 0 ? Step.COMPLETE : Step.FAIL;
                step = done < WAY.size() ? WAY.get(done) : last;
            }
            WorkOrder order = order(job, step);
            long seen = jdbc.sql("select version from job_view where job_id = ?")
                    .param(job)
                    .query(Long.class)
                    .single();
            String key = technician.substring(0, 8) + "-" + number;
            Sent command = new Sent(technician, order, send(doors, key, seen, order, random.nextInt(3) + 1));
            sent.add(command);
            if (step == Step.ACCEPT && command.succeeded()) {
                held = job;
                done = 0;
            } else if (job.equals(held)) {
                held = step == Step.COMPLETE || step == Step.FAIL || step == Step.RELEASE ? null : held;
                done++;
            }
        }
        return sent;
    }

    private static WorkOrder order(String job, Step step) {
        return new WorkOrder(
                job,
                step,
                null,
                step == Step.CONFIGURE
                        ? new JobDetails(null, null, null, null, null, Fleet.UNIT, null, null, null)
                        : JobDetails.NOTHING,
                step == Step.CONFIGURE ? "SUCCEEDED" : null,
                null,
                step == Step.TEST ? PASSED : null,
                step == Step.FAIL ? "No vehicle" : null);
    }

    private static List<Reply> send(List<Door> doors, String key, long seen, WorkOrder order, int times)
            throws Exception {
        List<Reply> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> futures = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                Door any = doors.get((key.hashCode() & 1) ^ (time & 1));
                futures.add(threads.submit(() -> any.send(key, seen, order)));
            }
            for (Future<Reply> future : futures) {
                answers.add(future.get());
            }
        }
        return answers;
    }

    /** Replays the stored events: each is by whoever held the job then, and each belongs to exactly one successful command. */
    private void assertOneStory(String job, List<Sent> sent) {
        List<RecordedEvent> events = log.ofAggregate(Job.class, job);
        Map<String, Integer> byTechnician = new HashMap<>();
        String holder = null;
        boolean running = false;
        boolean configured = false;
        boolean tested = false;
        boolean ended = false;
        for (RecordedEvent recorded : events.subList(1, events.size())) {
            JobEvent event = (JobEvent) recorded.payload();
            byTechnician.merge(event.byTechnician(), 1, Integer::sum);
            assertThat(ended).as("nothing happens after the end").isFalse();
            switch (event) {
                case JobEvent.Accepted accepted -> {
                    assertThat(holder).as("nobody holds it when it is accepted").isNull();
                    holder = accepted.technicianId();
                }
                case JobEvent.Released released -> {
                    assertThat(released.technicianId()).isEqualTo(holder);
                    holder = null;
                    running = false;
                    tested = false;
                }
                case JobEvent.Started started -> {
                    assertThat(started.technicianId()).isEqualTo(holder);
                    assertThat(running).isFalse();
                    running = true;
                }
                case JobEvent.Failed failed -> {
                    assertThat(failed.technicianId()).isEqualTo(holder);
                    ended = true;
                }
                default -> {
                    assertThat(event.byTechnician()).isEqualTo(holder);
                    assertThat(running).isTrue();
                    if (event instanceof JobEvent.Succeeded) {
                        assertThat(configured && tested).isTrue();
                        ended = true;
                    }
                    configured |= event instanceof JobEvent.Configured;
                    tested = event instanceof JobEvent.Tested;
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
                .map(command -> JSON.readTree(command.answers.getFirst().body))
                .forEach(body -> versions.add(body.path("version").asLong()));
        return versions;
    }
}
