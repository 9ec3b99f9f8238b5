package org.servicepartner.acceptance;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.servicepartner.local.InfrastructureException;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The main job around one fleet, told through everybody's programs: each insists until it has an answer. It remembers what it has sent,
 * and says what must have come of it.
 */
final class FleetStory {
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** What a technician does with a job, and what becomes of it. */
    private enum Step {
        ACCEPT("accepted", "{}"),
        START("started", "{}"),
        CONFIGURE("configured", "{\"outcome\":\"SUCCEEDED\",\"telematicsUnitId\":\"00000000CAFE0042\"}"),
        TEST("tested", """
            {"checks":{"online":"PASSED","gps":"PASSED","ignition":"PASSED","centralLock":"PASSED","immobilizer":"PASSED"}}\
            """),
        COMPLETE("succeeded", "{}");

        private final String event;
        private final String body;

        Step(String event, String body) {
            this.event = event;
            this.body = body;
        }
    }

    /** @param endAnswered when the admin had the answer to the deletion; {@link Instant#MAX} if nobody has deleted it */
    record Accepted(String id, Instant asked, Instant endAnswered) {
        boolean isOver() {
            return endAnswered.isBefore(Instant.MAX);
        }

        /** The types of the events that FleetControl must hear of, in order. */
        List<String> published() {
            return Stream.of("requested", "accepted", "deleted")
                    .limit(isOver() ? 3 : 2)
                    .map("servicepartner.fleet-connection.%s.v1"::formatted)
                    .toList();
        }
    }

    private final FleetControl fleetControl;
    private final Person admin;
    private final Person technician;
    private final Runnable progress;
    private final String fleet = FleetControl.newFleet();
    private final Map<String, List<String>> jobs = new LinkedHashMap<>();
    private final List<Accepted> connections = new ArrayList<>();
    private final List<String> invited = new ArrayList<>();

    /** @param progress told of every input that was taken */
    FleetStory(FleetControl fleetControl, Person admin, Person technician, Runnable progress) {
        this.fleetControl = fleetControl;
        this.admin = admin;
        this.technician = technician;
        this.progress = progress;
    }

    void play(Random random) {
        String finished = createJob();
        String running = createJob();
        connect();
        String held = createJob();
        createJob();
        work(finished, Step.values());
        work(running, Step.ACCEPT, Step.START);
        work(held, Step.ACCEPT);
        invite();
        if (random.nextInt(3) > 0) {
            disconnect();
            if (random.nextBoolean()) {
                connect();
            }
        }
    }

    /** A job and nobody's connection. */
    String createJob() {
        String job = FleetControl.newId();
        fleetControl.createJob(job, fleet, admin.partnerId());
        jobs.put(job, new ArrayList<>(List.of("job.created.v1")));
        progress.run();
        return job;
    }

    private void connect() {
        String connection = FleetControl.newId();
        fleetControl.requestConnection(connection, fleet, admin.email());
        insist(200, () -> admin.connection(connection));
        Instant asked = Instant.now();
        connections.add(new Accepted(connection, asked, Instant.MAX));
        assertThat(insist(200, () -> admin.accept(connection)).text("state")).isEqualTo("ACCEPTED");
    }

    private void disconnect() {
        Accepted last = connections.removeLast();
        insist(200, () -> admin.delete(last.id()));
        connections.add(new Accepted(last.id(), last.asked(), Instant.now()));
        jobs.values().forEach(events -> {
            switch (status(events)) {
                case "RUNNING" -> events.add("job.failed.v1");
                case "HELD" -> events.add("job.released.v1");
                default -> {}
            }
        });
    }

    private void work(String job, Step... steps) {
        for (Step step : steps) {
            String version = insist(200, () -> technician.job(job)).text("version");
            String key = FleetControl.newId();
            insist(200, () -> technician.work(job, step.name().toLowerCase(), step.body, version, key));
            jobs.get(job).add("job." + step.event + ".v1");
        }
    }

    /** An answer that is lost on the way can only be asked for again: then the address is taken, by ourselves. */
    private void invite() {
        String address = "nina-" + FleetControl.newId() + "@faults.example";
        invited.add(address);
        List<Integer> answers = new ArrayList<>();
        insist(answers, () -> admin.invite(address));
        assertThat(answers.getLast()).isIn(201, 409);
        assertThat(answers.getFirst())
                .as("the first answer about a new address")
                .isNotEqualTo(409);
    }

    private Answer insist(int status, Supplier<Answer> request) {
        Answer answer = insist(new ArrayList<>(), request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** Asks again while nobody answers (0), the answer is that it cannot be answered now, or that the news has not come yet. */
    private Answer insist(List<Integer> answers, Supplier<Answer> request) {
        Answer last = await().pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .atMost(LONGEST_OUTAGE)
                .until(
                        () -> {
                            Answer answer = attempt(request);
                            answers.add(answer.status());
                            return answer;
                        },
                        answer -> answer.status() != 0 && answer.status() != 404 && answer.status() < 500);
        progress.run();
        return last;
    }

    private static Answer attempt(Supplier<Answer> request) {
        try {
            return request.get();
        } catch (UncheckedIOException | InfrastructureException nobodyAnswers) {
            return new Answer(0, "", String.valueOf(nobodyAnswers.getMessage()));
        }
    }

    /** From now on the story is not true any more: a job that failed, and somebody who was invited. */
    void claimWhatNeverHappened() {
        jobs.values().iterator().next().add("job.failed.v1");
        invited.add("nobody@faults.example");
    }

    String fleet() {
        return fleet;
    }

    String partnerId() {
        return admin.partnerId();
    }

    List<Accepted> connections() {
        return connections;
    }

    List<String> invited() {
        return invited;
    }

    /** By job, the types of the events that must be recorded, in order. */
    Map<String, List<String>> recorded() {
        return jobs;
    }

    /** By job, the types of the events that FleetControl must hear of, in order. */
    Map<String, List<String>> published() {
        return jobs.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        job -> job.getValue().stream()
                                .map(type -> "servicepartner." + type.replace("job.created", "job.assigned"))
                                .toList()));
    }

    /** Of the connections between fleet and partner, what must be recorded, in order. */
    List<String> connectionEvents() {
        return connections.stream()
                .flatMap(connection -> connection.published().stream())
                .map(type -> type.replace("servicepartner.", ""))
                .toList();
    }

    /** The last connection that an admin had begun to accept before the moment. */
    Optional<Accepted> acceptedBefore(Instant moment) {
        return connections.stream()
                .filter(connection -> connection.asked().isBefore(moment))
                .reduce((earlier, later) -> later);
    }

    long deletions() {
        return connections.stream().filter(Accepted::isOver).count();
    }

    /** The model of all feeds: the jobs that the partner's technicians must see at the end, and in which state. */
    Map<String, String> visibleJobs() {
        boolean connected = !connections.isEmpty() && !connections.getLast().isOver();
        return connected
                ? jobs.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, job -> status(job.getValue()).replace("HELD", "ASSIGNED")))
                : Map.of();
    }

    private static String status(List<String> events) {
        return switch (events.getLast()) {
            case "job.created.v1", "job.released.v1" -> "ASSIGNED";
            case "job.accepted.v1" -> "HELD";
            case "job.succeeded.v1" -> "SUCCEEDED";
            case "job.failed.v1" -> "FAILED";
            default -> "RUNNING";
        };
    }
}
