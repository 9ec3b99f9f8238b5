package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.assignedTo;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.delete;
import static org.servicepartner.job.domain.JobStory.deleted;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.refused;
import static org.servicepartner.job.domain.JobStory.refusedBefore;
import static org.servicepartner.job.domain.JobStory.startedUnder;

class DeleteJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void aDraftIsDeleted() {
        job.given(draft()).when(delete()).expectEvents(new JobEvent.Deleted(JOB, FLEET, NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        job.given(draft(), deleted()).when(delete()).expectNoEvents();
    }

    @Test
    void anUnknownJobIsRefused() {
        job.givenNoPriorActivity().when(delete()).expectEvents(refused("DeleteJob", Refusal.JOB_UNKNOWN));
        job.given(refusedBefore(Refusal.JOB_UNKNOWN))
                .when(delete())
                .expectEvents(refused("DeleteJob", Refusal.JOB_UNKNOWN));
    }

    @Test
    void anAssignedJobIsLocked() {
        job.given(draft(), assignedTo(ALPINE_FITTERS))
                .when(delete())
                .expectEvents(refused("DeleteJob", Refusal.JOB_ALREADY_ASSIGNED));
        job.given(createdFor(ALPINE_FITTERS))
                .when(delete())
                .expectEvents(refused("DeleteJob", Refusal.JOB_ALREADY_ASSIGNED));
    }

    @Test
    void aRunningOrEndedJobIsLocked() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(delete())
                .expectEvents(refused("DeleteJob", Refusal.JOB_ALREADY_ASSIGNED));
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), failed())
                .when(delete())
                .expectEvents(refused("DeleteJob", Refusal.JOB_ALREADY_ASSIGNED));
    }
}
