package org.servicepartner.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.servicepartner.local.App;
import org.servicepartner.local.Mail;
import org.servicepartner.platform.testing.Scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The tour of the README: a job goes from FleetControl to SmartControl, and a connection decides who sees it. */
@Order(1)
@ExtendWith(PlatformExtension.class)
class NewcomersTourIT {
    private final Platform platform;
    private final FleetControl fleetControl;
    private final Person alice;
    private final Person tom;
    private final Person ben;

    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();

    NewcomersTourIT(Platform platform) {
        this.platform = platform;
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
        this.tom = platform.tom();
        this.ben = platform.ben();
    }

    @Test
    void what_the_services_tell_each_other_of_the_demo_data_leaves_no_dead_letter() {
        await().until(() -> hasRead(App.IDENTITY_SERVICE, "servicepartner.partners.v1"));
        await().until(() -> hasRead(App.PARTNER_SERVICE, "servicepartner.users.v1"));

        assertThat(platform.kafka().topics())
                .filteredOn(topic -> topic.endsWith(".dlt"))
                .contains(
                        "identity-service.servicepartner.partners.v1.dlt",
                        "partner-service.servicepartner.users.v1.dlt")
                .allSatisfy(topic -> assertThat(platform.kafka().records(topic)).isEmpty());
    }

    private boolean hasRead(App service, String topic) {
        int told = platform.kafka().records(topic).size();
        return told > 0
                && Scrape.of(platform.stack().url(service))
                                .sum("servicepartner_inbound_messages_total", Map.of("topic", topic))
                        >= told;
    }

    @Test
    void a_request_waits_for_the_admin_and_is_announced_by_mail() {
        fleetControl.requestConnection(connection, fleet, alice.email());

        await().until(() -> alice.connection(connection).status() == 200);
        assertThat(alice.connection(connection).text("state")).isEqualTo("PENDING");
        assertThat(alice.pendingConnections().json().get("items").findValuesAsString("connectionId"))
                .contains(connection);
        assertThat(platform.bea().connection(connection).problem()).isEqualTo("404 connection-not-found");
        Mail mail = await().until(
                        () -> platform.stack().infrastructure().mail().messagesTo(alice.email()).stream()
                                .filter(it -> it.text().contains("Fleet " + fleet))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        assertThat(mail.text())
                .contains("Peak Mobility", platform.stack().url(App.GATEWAY).toString());
    }

    @Test
    void a_job_from_before_the_acceptance_appears_with_it_to_the_partners_technician_only() {
        try (LiveStream toms = tom.stream();
                LiveStream bens = ben.stream()) {
            fleetControl.requestConnection(connection, fleet, alice.email());
            fleetControl.createJob(job, fleet, alice.partnerId());
            fleetControl.hearsOfJob("assigned", job);
            fleetControl.hearsOfConnection("requested", connection);
            assertThat(tom.jobIdsOf(fleet)).isEmpty();
            assertThat(tom.job(job).problem()).isEqualTo("404 job-not-found");

            accept(connection);

            fleetControl.hearsOfConnection("accepted", connection);
            await().untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).containsExactly(job));
            assertThat(tom.job(job).text("vin")).isEqualTo("WVWZZZ1JZXW386752");
            toms.await("job", job);
            toms.await("fleet-shown", fleet);
            awaitInFeed(job);

            String live = FleetControl.newId();
            fleetControl.createJob(live, fleet, alice.partnerId());
            toms.await("job", live);
            await().untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).containsExactly(live, job));
            awaitInFeed(live);

            assertThat(ben.jobIdsOf(fleet)).isEmpty();
            assertThat(ben.job(job).problem()).isEqualTo("404 job-not-found");
            assertThat(bens.seen()).noneMatch(event -> event.data().contains(fleet));
            assertThat(platform.feed().jobsOf(ben.partnerId(), fleet)).isEmpty();
        }
    }

    @Test
    void list_stream_and_feed_tell_the_same_of_a_job() {
        try (LiveStream stream = tom.stream()) {
            connect();
            fleetControl.createJob(job, fleet, alice.partnerId());

            JsonNode streamed = new Answer(200, "", stream.await("job", job).data()).json();
            awaitInFeed(job);
            assertThat(tom.jobsOf(fleet))
                    .containsExactly(streamed)
                    .containsExactlyElementsOf(
                            platform.feed().jobsOf(alice.partnerId(), fleet).values());
        }
    }

    @Test
    void an_admins_token_does_not_open_SmartControl() {
        assertThat(alice.jobs().problem()).isEqualTo("403 not-a-technician");
        assertThat(alice.job(job).problem()).isEqualTo("403 not-a-technician");
        assertThat(tom.pendingConnections().problem()).isEqualTo("403 not-an-admin");
    }

    @Test
    void a_deletion_hides_the_jobs_at_once_and_fails_the_running_one_and_a_new_acceptance_shows_them_again() {
        String running = FleetControl.newId();
        connect();
        fleetControl.createJob(job, fleet, alice.partnerId());
        fleetControl.createJob(running, fleet, alice.partnerId());
        await().untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).containsExactlyInAnyOrder(job, running));
        assertThat(tom.acceptJob(running).text("technicianId")).isEqualTo(tom.id());
        assertThat(tom.start(running).text("status")).isEqualTo("RUNNING");

        try (LiveStream stream = tom.stream()) {
            assertThat(alice.delete(connection).text("state")).isEqualTo("DELETED");

            await().untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).isEmpty());
            assertThat(tom.job(job).problem()).isEqualTo("404 job-not-found");
            assertThat(tom.start(job).problem()).isEqualTo("404 job-not-found");
            stream.await("fleet-hidden", fleet);
            awaitTombstone(job);
            awaitTombstone(running);
            fleetControl.hearsOfConnection("deleted", connection);
            assertThat(fleetControl.hearsOfJob("failed", running).get("reason").asString())
                    .isEqualTo("CONNECTION_DELETED");

            String again = FleetControl.newId();
            fleetControl.requestConnection(again, fleet, alice.email());
            await().until(() -> alice.connection(again).status() == 200);
            assertThat(tom.jobIdsOf(fleet)).isEmpty();
            accept(again);

            await().untilAsserted(() -> assertThat(tom.jobIdsOf(fleet)).contains(job));
            assertThat(tom.job(job).text("status")).isEqualTo("ASSIGNED");
            stream.await("fleet-shown", fleet);
            awaitInFeed(job);
            assertThat(tom.job(running).text("status")).isEqualTo("FAILED");
        }
    }

    @Test
    void the_three_commands_of_the_welcome_do_what_they_say() {
        String[] commands = platform.stack()
                .welcome(0, UUID.fromString(connection))
                .replaceAll("(?s).*Try, in another terminal:|Ctrl-C stops everything.*", "")
                .split("\\R *[123]\\. .*\\R");
        assertThat(commands).hasSize(4);

        assertThat(Terminal.run(commands[1])).contains("Requested connection " + connection + " of fleet city-cars");
        await().until(() -> alice.connection(connection).status() == 200);
        assertThat(Terminal.run(commands[2])).contains("\"state\":\"ACCEPTED\"");
        List<String> created = Pattern.compile("Created job (\\S+) in fleet city-cars")
                .matcher(Terminal.run(commands[3]))
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(created).hasSize(3);
        await().untilAsserted(() -> assertThat(tom.jobIdsOf("city-cars")).containsExactlyInAnyOrderElementsOf(created));
    }

    private void connect() {
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
        accept(connection);
    }

    private void accept(String connectionId) {
        Answer accepted = alice.accept(connectionId);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
    }

    private void awaitInFeed(String jobId) {
        await().until(() -> platform.feed().jobsOf(alice.partnerId(), fleet).containsKey(jobId));
    }

    private void awaitTombstone(String jobId) {
        await().until(() -> platform.feed()
                .lastRecord(alice.partnerId(), jobId)
                .filter(record -> record.data() == null)
                .isPresent());
    }
}
