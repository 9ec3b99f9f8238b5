package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DONE;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.LATER_CONNECTION;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.TINA;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.VIN_ONLY;
import static org.servicepartner.job.domain.JobStory.acceptedBy;
import static org.servicepartner.job.domain.JobStory.acceptedUnder;
import static org.servicepartner.job.domain.JobStory.because;
import static org.servicepartner.job.domain.JobStory.by;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.startedUnder;
import static org.servicepartner.job.domain.JobStory.startedWith;
import static org.servicepartner.job.domain.JobStory.succeeded;
import static org.servicepartner.job.domain.JobStory.tina;
import static org.servicepartner.job.domain.JobStory.tom;

class ReleaseJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void whoHasItGivesItBack() {
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM))
                .when(release(tom()))
                .expectEvents(new JobEvent.Released(JOB, FLEET, ALPINE_FITTERS, TOM, "TECHNICIAN", DONE, NOW));
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM), startedWith(VIN_ONLY))
                .when(release(tom()))
                .expectEvents(new JobEvent.Released(JOB, FLEET, ALPINE_FITTERS, TOM, "TECHNICIAN", DONE, NOW));
    }

    @Test
    void nobodyElseDoes() {
        refused(release(tom()), Refusal.JOB_NOT_ACCEPTED, createdFor(ALPINE_FITTERS));
        refused(release(tina()), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), acceptedBy(TOM));
        refused(release(tom()), Refusal.JOB_ENDED, createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), succeeded());
    }

    @Test
    void ofATechnicianWhoIsNoneAnyMoreItIsTakenByRule() {
        var disabled = new WorkCommand.ReleaseForDisabledTechnician(JOB, TOM, NOW);
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM), startedWith(VIN_ONLY))
                .when(disabled)
                .expectEvents(new JobEvent.Released(JOB, FLEET, ALPINE_FITTERS, TOM, "TECHNICIAN_DISABLED", NOW, NOW));
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TINA)).when(disabled).expectNoEvents();
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM), startedWith(VIN_ONLY), succeeded())
                .when(disabled)
                .expectNoEvents();
    }

    @Test
    void withItsConnectionAnAcceptedJobIsTakenByRule() {
        var ended = new WorkCommand.ReleaseForEndedConnection(JOB, CONNECTION, NOW);
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM))
                .when(ended)
                .expectEvents(new JobEvent.Released(JOB, FLEET, ALPINE_FITTERS, TOM, "CONNECTION_ENDED", NOW, NOW));
        job.given(createdFor(ALPINE_FITTERS), acceptedUnder(LATER_CONNECTION, TOM))
                .when(ended)
                .expectNoEvents();
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM), startedWith(VIN_ONLY))
                .when(ended)
                .expectNoEvents();
        job.given(createdFor(ALPINE_FITTERS)).when(ended).expectNoEvents();
    }

    private static WorkCommand.ReleaseJob release(WorkCommand.By by) {
        return new WorkCommand.ReleaseJob(JOB, by);
    }

    private void refused(WorkCommand command, Refusal reason, Object... given) {
        job.given(given).when(command).expectNoEvents().expectResultMessagePayload(because(reason));
    }
}
