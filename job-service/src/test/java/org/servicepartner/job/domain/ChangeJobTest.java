package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DETAILS;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.NO_DETAILS;
import static org.servicepartner.job.domain.JobStory.OTHER_DETAILS;
import static org.servicepartner.job.domain.JobStory.assignedTo;
import static org.servicepartner.job.domain.JobStory.change;
import static org.servicepartner.job.domain.JobStory.changed;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.deleted;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.refused;
import static org.servicepartner.job.domain.JobStory.refusedBefore;
import static org.servicepartner.job.domain.JobStory.startedUnder;

class ChangeJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void aDraftGetsTheNewDetails() {
        job.given(draft())
                .when(change(OTHER_DETAILS))
                .expectEvents(new JobEvent.Changed(JOB, FLEET, OTHER_DETAILS, NOW));
    }

    @Test
    void whatIsNotInTheMessageIsEmptied() {
        job.given(draft()).when(change(NO_DETAILS)).expectEvents(new JobEvent.Changed(JOB, FLEET, NO_DETAILS, NOW));
    }

    @Test
    void aChangeBackIsAChange() {
        job.given(draft(), changed(OTHER_DETAILS))
                .when(change(DETAILS))
                .expectEvents(new JobEvent.Changed(JOB, FLEET, DETAILS, NOW));
    }

    @Test
    void theSameDetailsHaveNoEffect() {
        job.given(draft()).when(change(DETAILS)).expectNoEvents();
        job.given(draft(), changed(OTHER_DETAILS)).when(change(OTHER_DETAILS)).expectNoEvents();
    }

    @Test
    void anUnknownJobIsRefused() {
        job.givenNoPriorActivity().when(change(DETAILS)).expectEvents(refused("ChangeJob", Refusal.JOB_UNKNOWN));
        job.given(refusedBefore(Refusal.JOB_UNKNOWN))
                .when(change(DETAILS))
                .expectEvents(refused("ChangeJob", Refusal.JOB_UNKNOWN));
    }

    @Test
    void anAssignedJobIsLocked() {
        job.given(draft(), assignedTo(ALPINE_FITTERS))
                .when(change(OTHER_DETAILS))
                .expectEvents(refused("ChangeJob", Refusal.JOB_ALREADY_ASSIGNED));
        job.given(createdFor(ALPINE_FITTERS))
                .when(change(OTHER_DETAILS))
                .expectEvents(refused("ChangeJob", Refusal.JOB_ALREADY_ASSIGNED));
    }

    @Test
    void anAssignedJobIsLockedEvenForTheSameDetails() {
        job.given(createdFor(ALPINE_FITTERS))
                .when(change(DETAILS))
                .expectEvents(refused("ChangeJob", Refusal.JOB_ALREADY_ASSIGNED));
    }

    @Test
    void aRunningOrEndedJobIsLocked() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(change(OTHER_DETAILS))
                .expectEvents(refused("ChangeJob", Refusal.JOB_ALREADY_ASSIGNED));
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), failed())
                .when(change(OTHER_DETAILS))
                .expectEvents(refused("ChangeJob", Refusal.JOB_ALREADY_ASSIGNED));
    }

    @Test
    void aDeletedJobIsRefused() {
        job.given(draft(), deleted())
                .when(change(OTHER_DETAILS))
                .expectEvents(refused("ChangeJob", Refusal.JOB_DELETED));
    }
}
