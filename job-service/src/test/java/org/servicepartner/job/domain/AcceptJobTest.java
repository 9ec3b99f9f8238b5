package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.BALTIC_SERVICE;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DONE;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.TINA;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.acceptedBy;
import static org.servicepartner.job.domain.JobStory.assignedTo;
import static org.servicepartner.job.domain.JobStory.because;
import static org.servicepartner.job.domain.JobStory.by;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.deleted;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.ofPartner;
import static org.servicepartner.job.domain.JobStory.refusedBefore;
import static org.servicepartner.job.domain.JobStory.releasedBy;
import static org.servicepartner.job.domain.JobStory.startedUnder;
import static org.servicepartner.job.domain.JobStory.tina;
import static org.servicepartner.job.domain.JobStory.tom;

class AcceptJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void anAssignedJobIsClaimed() {
        job.given(draft(), assignedTo(ALPINE_FITTERS))
                .when(accept(tom()))
                .expectEvents(new JobEvent.Accepted(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, DONE, NOW));
    }

    @Test
    void ofSeveralOneGetsItWhateverTheOthersHaveSeen() {
        refused(accept(tina()), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), acceptedBy(TOM));
        refused(accept(by(TINA, 0)), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), acceptedBy(TOM));
        refused(accept(tina()), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), startedUnder(CONNECTION));
    }

    @Test
    void whoHasItNeedNotClaimItAgain() {
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM))
                .when(accept(by(TOM, 0)))
                .expectNoEvents()
                .expectResultMessagePayload(null);
    }

    @Test
    void whatWasReleasedCanBeClaimedByAnybodyWhoKnows() {
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM), releasedBy(TOM))
                .when(accept(by(TINA, 2)))
                .expectEvents(new JobEvent.Accepted(JOB, FLEET, ALPINE_FITTERS, TINA, CONNECTION, DONE, NOW));
        refused(accept(by(TINA, 0)), Refusal.JOB_CHANGED, createdFor(ALPINE_FITTERS), acceptedBy(TOM), releasedBy(TOM));
    }

    @Test
    void oneNeedNotCountOnesOwnSteps() {
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM), releasedBy(TOM))
                .when(accept(by(TOM, 0)))
                .expectEvents(new JobEvent.Accepted(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, DONE, NOW));
    }

    @Test
    void whatTheProviderWantedInVainIsNoChange() {
        job.given(createdFor(ALPINE_FITTERS), refusedBefore(Refusal.JOB_ALREADY_ASSIGNED))
                .when(accept(by(TOM, 0)))
                .expectEvents(new JobEvent.Accepted(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, DONE, NOW));
    }

    @Test
    void anEndedJobIsNotClaimed() {
        refused(accept(tina()), Refusal.JOB_ENDED, createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), failed());
    }

    @Test
    void draftsAndOtherPartnersJobsDoNotExist() {
        refused(accept(tom()), Refusal.JOB_UNKNOWN, draft());
        refused(accept(tom()), Refusal.JOB_UNKNOWN, draft(), deleted());
        refused(accept(tom()), Refusal.JOB_UNKNOWN, refusedBefore(Refusal.JOB_UNKNOWN));
        refused(accept(ofPartner(BALTIC_SERVICE)), Refusal.JOB_UNKNOWN, createdFor(ALPINE_FITTERS));
    }

    private static WorkCommand.AcceptJob accept(WorkCommand.By by) {
        return new WorkCommand.AcceptJob(JOB, by);
    }

    private void refused(WorkCommand command, Refusal reason, Object... given) {
        job.given(given).when(command).expectNoEvents().expectResultMessagePayload(because(reason));
    }
}
