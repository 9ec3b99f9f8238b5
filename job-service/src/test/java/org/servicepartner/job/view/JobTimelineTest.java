package org.servicepartner.job.view;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.servicepartner.job.domain.JobDetails;
import org.servicepartner.job.domain.JobEvent;
import org.servicepartner.job.view.JobTimeline.Fact;
import org.servicepartner.job.view.TimelineEntry.Type;

import static org.assertj.core.api.Assertions.assertThat;

class JobTimelineTest {
    private static final String JOB = "0190a000-0000-7000-8000-000000000001";
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    private static final Person TOM = new Person("a0000000-0000-4000-8000-0000000000a2", "Tom", "Tirol", null);
    private static final JobDetails EMPTY = new JobDetails(null, null, null, null, null, null, null, null, null);
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
    private static final Instant RECORDED = Instant.parse("2026-03-01T09:30:00.012Z");
    private static final String FLEETCONTROL = "/fleetcontrol";

    @Test
    void beginsWhenTheJobIsGivenToThePartner() {
        assertThat(timeline(
                        new Fact(new JobEvent.Created(JOB, "fleet", null, EMPTY, AT), RECORDED, 0, FLEETCONTROL),
                        new Fact(refused(), RECORDED, 1, FLEETCONTROL),
                        new Fact(new JobEvent.Changed(JOB, "fleet", EMPTY, AT), RECORDED, 0, FLEETCONTROL),
                        new Fact(new JobEvent.Assigned(JOB, "fleet", PARTNER, AT), RECORDED, 0, FLEETCONTROL)))
                .containsExactly(
                        new TimelineEntry(Type.ASSIGNED, AT, RECORDED, Program.FLEETCONTROL, null, null, null, null));
        assertThat(timeline(
                        new Fact(new JobEvent.Created(JOB, "fleet", PARTNER, EMPTY, AT), RECORDED, 0, FLEETCONTROL)))
                .containsExactly(
                        new TimelineEntry(Type.ASSIGNED, AT, RECORDED, Program.FLEETCONTROL, null, null, null, null));
    }

    @Test
    void tellsWhatTheProviderWantedInVain() {
        assertThat(last(refused(), FLEETCONTROL))
                .isEqualTo(new TimelineEntry(
                        Type.CHANGE_REFUSED,
                        AT,
                        RECORDED,
                        Program.FLEETCONTROL,
                        "JOB_ALREADY_ASSIGNED",
                        null,
                        null,
                        null));
    }

    @Test
    void tellsWhoStarted() {
        assertThat(last(started(), "user:" + TOM.userId()))
                .isEqualTo(new TimelineEntry(Type.STARTED, AT, RECORDED, TOM, null, null, null, null));
    }

    @Test
    void tellsWhoFailedAndWhy() {
        assertThat(last(failed("VEHICLE_MISSING", "Not where it should be"), "user:" + TOM.userId()))
                .isEqualTo(new TimelineEntry(
                        Type.FAILED, AT, RECORDED, TOM, "VEHICLE_MISSING", "Not where it should be", null, null));
    }

    @Test
    void aJobThatFailsWithItsConnectionFailsByRuleWhoeverBeganTheStory() {
        TimelineEntry byRule =
                new TimelineEntry(Type.FAILED, AT, RECORDED, Program.SYSTEM, "CONNECTION_DELETED", null, null, null);

        assertThat(last(failed("CONNECTION_DELETED", null), "user:" + TOM.userId()))
                .isEqualTo(byRule);
        assertThat(last(failed("CONNECTION_DELETED", null), null)).isEqualTo(byRule);
    }

    private static JobEvent refused() {
        return new JobEvent.ChangeRefused(JOB, "message-1", "ChangeJob", "JOB_ALREADY_ASSIGNED", "It is locked.", AT);
    }

    private static JobEvent started() {
        return new JobEvent.Started(JOB, "fleet", PARTNER, TOM.userId(), "connection", AT, null, null);
    }

    private static JobEvent failed(String reason, @Nullable String comment) {
        return new JobEvent.Failed(JOB, "fleet", PARTNER, reason, comment, AT, null, null);
    }

    private static TimelineEntry last(JobEvent event, @Nullable String actor) {
        return timeline(
                        new Fact(new JobEvent.Created(JOB, "fleet", PARTNER, EMPTY, AT), RECORDED, 0, FLEETCONTROL),
                        new Fact(event, RECORDED, 1, actor))
                .getLast();
    }

    private static List<TimelineEntry> timeline(Fact... facts) {
        return JobTimeline.of(Arrays.asList(facts), userIds -> Map.of(TOM.userId(), TOM));
    }
}
