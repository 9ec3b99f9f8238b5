package org.servicepartner.job.domain;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.BALTIC_SERVICE;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.assignedTo;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.deleted;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.refusedBefore;
import static org.servicepartner.job.domain.JobStory.startBy;
import static org.servicepartner.job.domain.JobStory.startedUnder;

class StartJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void anAssignedJobRuns() {
        job.given(draft(), assignedTo(ALPINE_FITTERS))
                .when(startBy(ALPINE_FITTERS))
                .expectEvents(new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, NOW));
        job.given(createdFor(ALPINE_FITTERS))
                .when(startBy(ALPINE_FITTERS))
                .expectEvents(new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, NOW));
    }

    @Test
    void onlyOneStartWins() {
        refused(
                job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION)).when(startBy(ALPINE_FITTERS)),
                Refusal.JOB_NOT_STARTABLE);
    }

    @Test
    void anEndedJobDoesNotStartAgain() {
        refused(
                job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), failed())
                        .when(startBy(ALPINE_FITTERS)),
                Refusal.JOB_NOT_STARTABLE);
    }

    @Test
    void anotherPartnersJobDoesNotExist() {
        refused(job.given(createdFor(ALPINE_FITTERS)).when(startBy(BALTIC_SERVICE)), Refusal.JOB_UNKNOWN);
        refused(
                job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION)).when(startBy(BALTIC_SERVICE)),
                Refusal.JOB_UNKNOWN);
    }

    @Test
    void aDraftDoesNotExistForPartners() {
        refused(job.given(draft()).when(startBy(ALPINE_FITTERS)), Refusal.JOB_UNKNOWN);
        refused(job.given(draft(), deleted()).when(startBy(ALPINE_FITTERS)), Refusal.JOB_UNKNOWN);
    }

    @Test
    void aJobOfWhichOnlyARefusalIsKnownDoesNotExist() {
        refused(job.given(refusedBefore(Refusal.JOB_UNKNOWN)).when(startBy(ALPINE_FITTERS)), Refusal.JOB_UNKNOWN);
    }

    @Test
    void anUnknownJobIsNotFound() {
        job.givenNoPriorActivity().when(startBy(ALPINE_FITTERS)).expectException(AggregateNotFoundException.class);
    }

    private static void refused(ResultValidator<Job> result, Refusal reason) {
        result.expectNoEvents().expectException(JobRefusedException.class).expectExceptionMessage(reason.sentence());
    }
}
