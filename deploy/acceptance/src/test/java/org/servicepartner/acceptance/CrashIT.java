package org.servicepartner.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.servicepartner.local.App;
import org.servicepartner.platform.testing.ReceivedEvent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service that is killed at the worst moment loses nothing and does nothing twice. After the others, which it would slow down. */
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(PlatformExtension.class)
class CrashIT {
    private static final int JOBS_BEFORE_THE_CRASH = 250;
    private static final int JOBS = 500;

    private final Platform platform;
    private final FleetControl fleetControl;
    private final Person alice;
    private final Person tom;

    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();

    CrashIT(Platform platform) {
        this.platform = platform;
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
        this.tom = platform.tom();
    }

    @Test
    void job_service_killed_in_a_burst_shows_every_job_exactly_once() {
        request();
        alice.accept(connection);
        fleetControl.hearsOfConnection("accepted", connection);
        LiveStream stream = tom.stream();
        List<String> ids = Stream.generate(FleetControl::newId).limit(JOBS).toList();
        fleetControl.createJobs(ids.subList(0, JOBS_BEFORE_THE_CRASH), fleet, alice.partnerId());
        await().until(() -> !platform.feed().jobsOf(alice.partnerId(), fleet).isEmpty());

        CompletableFuture<Void> rest =
                fleetControl.createJobs(ids.subList(JOBS_BEFORE_THE_CRASH, JOBS), fleet, alice.partnerId());
        platform.stack().kill(App.JOB_SERVICE);
        rest.join();
        assertThat(tom.jobs().problem()).isEqualTo("503 service-unavailable");
        await().until(stream::hasEnded);
        platform.stack().restart(App.JOB_SERVICE);

        try (LiveStream continued = tom.streamAfter(stream.lastId())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(LiveStream.jobsToldBy(fleet, stream, continued))
                            .containsAll(ids));
            assertThat(LiveStream.jobsToldBy(fleet, stream, continued)).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(continued.seen()).noneMatch(event -> event.name().equals("reset"));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).containsExactlyInAnyOrderElementsOf(ids));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                platform.feed().jobsOf(alice.partnerId(), fleet).values())
                        .containsExactlyInAnyOrderElementsOf(tom.jobsOf(fleet)));
        assertThat(eventsOf(ids))
                .as("a repeated event carries the same id")
                .hasSize(JOBS)
                .allSatisfy(events -> assertThat(events).hasSize(1));
    }

    @Test
    void an_acceptance_reaches_job_service_though_fleet_connection_service_is_killed_right_after_it() {
        String job = FleetControl.newId();
        fleetControl.createJob(job, fleet, alice.partnerId());
        request();

        Answer accepted = alice.accept(connection);
        platform.stack().kill(App.FLEET_CONNECTION_SERVICE);

        assertThat(accepted.status()).isEqualTo(200);
        platform.stack().restart(App.FLEET_CONNECTION_SERVICE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).containsExactly(job));
        assertThat(alice.connection(connection).text("state")).isEqualTo("ACCEPTED");
        JsonNode told = fleetControl.hearsOfConnection("accepted", connection);
        assertThat(told.get("acceptedBy").asString()).isEqualTo(alice.id());
        awaitThatRequestsAreHeardAgain();
    }

    /** Kafka gives the partitions of the killed process to the new one when the old one's session has run out. */
    private void awaitThatRequestsAreHeardAgain() {
        String next = FleetControl.newId();
        fleetControl.requestConnection(next, FleetControl.newFleet(), alice.email());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> alice.connection(next).status() == 200);
    }

    private void request() {
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
    }

    /** Per job, the distinct ids of what FleetControl was told: that it was assigned. */
    private List<Set<String>> eventsOf(List<String> jobIds) {
        return List.copyOf(platform.kafka().records("servicepartner.jobs.v1").stream()
                .filter(event -> jobIds.contains(event.key()))
                .collect(groupingBy(ReceivedEvent::key, mapping(ReceivedEvent::id, toSet())))
                .values());
    }
}
