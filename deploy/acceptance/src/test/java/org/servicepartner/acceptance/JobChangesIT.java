package org.servicepartner.acceptance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What FleetControl may still do with a job, and how it learns that it may not. */
@ExtendWith(PlatformExtension.class)
class JobChangesIT {
    private final FleetControl fleetControl;
    private final Person alice;
    private final Person tom;

    private final String fleet = FleetControl.newFleet();
    private final String job = FleetControl.newId();

    JobChangesIT(Platform platform) {
        this.fleetControl = platform.fleetControl();
        this.alice = platform.alice();
        this.tom = platform.tom();
    }

    @BeforeEach
    void given_an_accepted_connection() {
        String connection = FleetControl.newId();
        fleetControl.requestConnection(connection, fleet, alice.email());
        await().until(() -> alice.connection(connection).status() == 200);
        alice.accept(connection);
    }

    @Test
    void a_draft_can_be_changed_is_hidden_until_it_is_assigned_and_locked_from_then_on() {
        fleetControl.createDraft(job, fleet);
        fleetControl.changeJob(job, "Changed draft");
        fleetControl.hearsOfJob("changed", job);
        assertThat(tom.job(job).problem()).isEqualTo("404 job-not-found");

        fleetControl.assignJob(job, alice.partnerId());
        await().until(() -> tom.job(job).status() == 200);

        assertThat(reason(fleetControl.changeJob(job, "Too late"))).isEqualTo("JOB_ALREADY_ASSIGNED");
        assertThat(reason(fleetControl.deleteJob(job))).isEqualTo("JOB_ALREADY_ASSIGNED");
        assertThat(tom.job(job).text("customName")).isEqualTo("Changed draft");
    }

    @Test
    void a_deleted_draft_stays_deleted() {
        fleetControl.createDraft(job, fleet);
        fleetControl.deleteJob(job);
        fleetControl.hearsOfJob("deleted", job);

        assertThat(reason(fleetControl.assignJob(job, alice.partnerId()))).isEqualTo("JOB_DELETED");
        assertThat(tom.job(job).problem()).isEqualTo("404 job-not-found");
    }

    @Test
    void a_message_about_no_job_or_about_somebody_elses_id_is_refused() {
        assertThat(reason(fleetControl.assignJob(job, alice.partnerId()))).isEqualTo("JOB_UNKNOWN");

        fleetControl.createJob(job, fleet, alice.partnerId());
        await().until(() -> tom.job(job).status() == 200);
        assertThat(reason(fleetControl.createJob(job, FleetControl.newFleet(), alice.partnerId())))
                .isEqualTo("JOB_ID_TAKEN");
        assertThat(tom.job(job).text("fleetId")).isEqualTo(fleet);
    }

    private String reason(String messageId) {
        JsonNode refusal = fleetControl.hearsRefusalAboutJob(messageId);
        assertThat(refusal.get("detail").asString()).endsWith(".");
        return refusal.get("reason").asString();
    }
}
