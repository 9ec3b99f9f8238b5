package org.servicepartner.job.integration.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.domain.VehicleChecks;
import org.servicepartner.job.view.JobProgress;
import org.servicepartner.job.view.VisibleJob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The examples of the contract are the approved form of what is published. */
class JobEventTranslatorTest {
    private static final Path EXAMPLES = Path.of("src/main/resources/contracts/examples");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String JOB = "0190a000-0000-7000-8000-000000000001";
    private static final String FLEET = "city-cars";
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    private static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    private static final String CONNECTION = "c0000000-0000-4000-8000-000000000003";
    private static final Instant DONE = Instant.parse("2026-03-01T09:10:00Z");
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
    private static final JobDetails COMPLETE = new JobDetails(
            "INSTALLATION",
            "WVWZZZ1JZXW000001",
            "HH-AB 123",
            "Car 12",
            "Golf",
            "00000000075BCD15",
            "2026-03-31",
            "golf-8",
            "Key at the desk");
    private static final JobDetails FILLED_IN =
            new JobDetails("INSTALLATION", "WVWZZZ1JZXW000001", "HH-AB 123", null, "Golf", null, null, null, null);
    private static final JobDetails EMPTY = new JobDetails(null, null, null, null, null, null, null, null, null);

    @ParameterizedTest
    @MethodSource("events")
    void whatIsPublishedIsWhatTheContractShows(JobEvent event, String type, String example) {
        PublishedJobEvent published = JobEventTranslator.translate(event);
        assertThat(published.type()).isEqualTo(type);
        assertThat(JSON.readTree(JSON.writeValueAsString(published))).isEqualTo(JSON.readTree(text(example)));
    }

    static Stream<Arguments> events() {
        return Stream.of(
                sample(new JobEvent.Created(JOB, FLEET, null, COMPLETE, AT), "created"),
                sample(new JobEvent.Created(JOB, FLEET, PARTNER, COMPLETE, AT), "assigned"),
                sample(new JobEvent.Assigned(JOB, FLEET, PARTNER, AT), "assigned"),
                sample(new JobEvent.Changed(JOB, FLEET, COMPLETE, AT), "changed"),
                sample(new JobEvent.Changed(JOB, FLEET, EMPTY, AT), "changed", "all-emptied"),
                sample(new JobEvent.Deleted(JOB, FLEET, AT), "deleted"),
                sample(
                        new JobEvent.ChangeRefused(
                                JOB,
                                "message-1",
                                "ChangeJob",
                                "JOB_ALREADY_ASSIGNED",
                                "The job has been given to a partner and can no longer be changed or deleted.",
                                AT),
                        "change-refused"),
                sample(new JobEvent.Started(JOB, FLEET, PARTNER, TOM, CONNECTION, AT, null, null), "started"),
                sample(
                        new JobEvent.Started(JOB, FLEET, PARTNER, TOM, CONNECTION, AT, FILLED_IN, DONE),
                        "started",
                        "on-a-phone"),
                sample(new JobEvent.Accepted(JOB, FLEET, PARTNER, TOM, CONNECTION, DONE, AT), "accepted"),
                sample(new JobEvent.Released(JOB, FLEET, PARTNER, TOM, "TECHNICIAN", DONE, AT), "released"),
                sample(
                        new JobEvent.Configured(
                                JOB,
                                FLEET,
                                PARTNER,
                                TOM,
                                EMPTY,
                                "00000000075BCD15",
                                "golf-8",
                                "SUCCEEDED",
                                "All values written",
                                DONE,
                                AT),
                        "configured"),
                sample(
                        new JobEvent.Tested(
                                JOB,
                                FLEET,
                                PARTNER,
                                TOM,
                                new VehicleChecks("PASSED", "PASSED", "FAILED", "PASSED", "PASSED"),
                                false,
                                DONE,
                                AT),
                        "tested"),
                sample(new JobEvent.Succeeded(JOB, FLEET, PARTNER, TOM, COMPLETE, DONE, AT), "succeeded"),
                sample(new JobEvent.Failed(JOB, FLEET, PARTNER, "CONNECTION_DELETED", null, AT, null, null), "failed"),
                sample(
                        new JobEvent.Failed(JOB, FLEET, PARTNER, "TECHNICIAN", "No vehicle", AT, TOM, DONE),
                        "failed",
                        "by-technician"),
                sample(
                        new JobEvent.Failed(
                                JOB,
                                FLEET,
                                PARTNER,
                                "CONNECTION_DELETED",
                                "The partner has ended the connection",
                                AT,
                                null,
                                null),
                        "failed",
                        "with-comment"));
    }

    private static Arguments sample(JobEvent event, String name) {
        return sample(event, name, null);
    }

    private static Arguments sample(JobEvent event, String name, @Nullable String variant) {
        String type = "servicepartner.job." + name + ".v1";
        return arguments(event, type, variant == null ? type : type + "--" + variant);
    }

    @Test
    void everyPublishedEventIsShown() {
        Set<Class<?>> shown = events().map(sample ->
                        JobEventTranslator.translate((JobEvent) sample.get()[0]).getClass())
                .collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrder(PublishedJobEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @CsvSource({
        "CreateJob, fleetcontrol.job.created.v1",
        "ChangeJob, fleetcontrol.job.changed.v1",
        "AssignJob, fleetcontrol.job.assigned.v1",
        "DeleteJob, fleetcontrol.job.deleted.v1"
    })
    void aRefusalNamesTheMessageInFleetControlsWords(String command, String type) {
        assertThat(JobEventTranslator.translate(
                        new JobEvent.ChangeRefused(JOB, "message-1", command, "JOB_UNKNOWN", "Unknown.", AT)))
                .isEqualTo(new PublishedJobEvent.ChangeRefused(JOB, "message-1", type, "JOB_UNKNOWN", "Unknown.", AT));
    }

    @Test
    void theFeedShowsAJobAsTheContractDoes() {
        VisibleJob job = new VisibleJob(
                JOB,
                FLEET,
                "City cars",
                "Metro Mobility",
                PARTNER,
                "RUNNING",
                4,
                COMPLETE.jobType(),
                COMPLETE.vin(),
                COMPLETE.licensePlate(),
                COMPLETE.customName(),
                COMPLETE.vehicleModel(),
                COMPLETE.telematicsUnitId(),
                COMPLETE.plannedServiceDate(),
                COMPLETE.configurationPreset(),
                COMPLETE.instructions(),
                true,
                List.of(
                        "jobType",
                        "vin",
                        "licensePlate",
                        "customName",
                        "vehicleModel",
                        "plannedServiceDate",
                        "configurationPreset",
                        "instructions"),
                TOM,
                new JobProgress(
                        Instant.parse("2026-03-01T08:30:00Z"),
                        Instant.parse("2026-03-01T09:00:00Z"),
                        new JobProgress.Configuration("SUCCEEDED", "All values written", DONE),
                        null,
                        null,
                        null,
                        null),
                Instant.parse("2026-03-01T08:00:00Z"),
                AT,
                CONNECTION,
                17,
                3,
                18);
        assertThat(JSON.readTree(JSON.writeValueAsString(job)))
                .isEqualTo(JSON.readTree(text("servicepartner.visible-job.v1")));
    }

    @Test
    void theFeedLeavesOutWhatNobodyFilledIn() {
        VisibleJob job = new VisibleJob(
                JOB,
                FLEET,
                null,
                null,
                PARTNER,
                "ASSIGNED",
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of(),
                null,
                null,
                AT,
                AT,
                CONNECTION,
                17,
                3,
                17);
        assertThat(JSON.readTree(JSON.writeValueAsString(job)))
                .isEqualTo(JSON.readTree(text("servicepartner.visible-job.v1--nothing-filled-in")));
    }

    private static String text(String example) {
        try {
            return Files.readString(EXAMPLES.resolve(example + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
