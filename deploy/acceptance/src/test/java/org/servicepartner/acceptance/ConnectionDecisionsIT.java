package org.servicepartner.acceptance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What partner and provider can still do after a request, and what not. */
@ExtendWith(PlatformExtension.class)
class ConnectionDecisionsIT {
    private final Platform platform;
    private final FleetControl fleetControl;
    private final Person alice;

    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();

    ConnectionDecisionsIT(Platform platform) {
        this.platform = platform;
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
    }

    @BeforeEach
    void given_a_pending_request() {
        request(connection);
    }

    @Test
    void declined_is_final_and_a_new_request_is_a_new_connection() {
        fleetControl.createJob(job, fleet, alice.partnerId());
        assertThat(alice.decline(connection).text("state")).isEqualTo("DECLINED");
        fleetControl.hearsOfConnection("declined", connection);

        assertThat(alice.accept(connection).problem()).isEqualTo("409 connection-not-pending");
        JsonNode refusal = fleetControl.hearsRefusalAboutConnection(
                fleetControl.requestConnection(connection, fleet, "bea@baltic-service.example"));
        assertThat(refusal.get("connectionId").asString()).isEqualTo(connection);

        String second = FleetControl.newId();
        request(second);
        assertThat(alice.accept(second).text("state")).isEqualTo("ACCEPTED");
        assertThat(alice.connection(connection).text("state")).isEqualTo("DECLINED");
        await().untilAsserted(() -> assertThat(platform.tom().jobIdsOf(fleet)).containsExactly(job));
    }

    @Test
    void a_second_request_for_a_live_pair_changes_nothing_and_sends_no_second_mail() {
        String second = FleetControl.newId();
        JsonNode refusal =
                fleetControl.hearsRefusalAboutConnection(fleetControl.requestConnection(second, fleet, alice.email()));
        assertThat(refusal.get("reason").asString()).isEqualTo("PAIR_ALREADY_CONNECTED");
        assertThat(alice.connection(second).problem()).isEqualTo("404 connection-not-found");
        assertThat(alice.connection(connection).text("state")).isEqualTo("PENDING");

        fleetControl.requestConnection(connection, fleet, alice.email());
        String otherFleet = FleetControl.newFleet();
        fleetControl.requestConnection(FleetControl.newId(), otherFleet, alice.email());
        await().until(() -> mailsAbout(otherFleet) == 1);
        await().until(() -> mailsAbout(fleet) == 1);
    }

    @Test
    void a_request_can_be_withdrawn_until_it_is_decided() {
        fleetControl.withdrawConnection(connection, fleet);
        fleetControl.hearsOfConnection("withdrawn", connection);
        await().until(() -> alice.connection(connection).text("state").equals("WITHDRAWN"));
        assertThat(alice.accept(connection).problem()).isEqualTo("409 connection-not-pending");

        String second = FleetControl.newId();
        request(second);
        alice.accept(second);
        JsonNode refusal = fleetControl.hearsRefusalAboutConnection(fleetControl.withdrawConnection(second, fleet));
        assertThat(refusal.get("reason").asString()).isEqualTo("CONNECTION_ACCEPTED");
        assertThat(alice.connection(second).text("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void another_partners_admin_can_neither_see_nor_decide_it() {
        assertThat(platform.bea().accept(connection).problem()).isEqualTo("404 connection-not-found");
        assertThat(platform.bea().delete(connection).problem()).isEqualTo("404 connection-not-found");
        assertThat(alice.delete(connection).problem()).isEqualTo("409 connection-not-accepted");
        assertThat(alice.connection(connection).text("state")).isEqualTo("PENDING");
    }

    private void request(String connectionId) {
        fleetControl.requestConnection(connectionId, fleet, alice.email());
        await().until(() -> alice.connection(connectionId).status() == 200);
    }

    private long mailsAbout(String fleetId) {
        return platform.stack().infrastructure().mail().messagesTo(alice.email()).stream()
                .filter(mail -> mail.text().contains("Fleet " + fleetId))
                .count();
    }
}
