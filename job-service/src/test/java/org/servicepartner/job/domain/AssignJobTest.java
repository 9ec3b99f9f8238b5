package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.BALTIC_SERVICE;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.OTHER_DETAILS;
import static org.servicepartner.job.domain.JobStory.assign;
import static org.servicepartner.job.domain.JobStory.assignedTo;
import static org.servicepartner.job.domain.JobStory.changed;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.deleted;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.refused;
import static org.servicepartner.job.domain.JobStory.refusedBefore;
import static org.servicepartner.job.domain.JobStory.startedUnder;

class AssignJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void aDraftIsGivenToThePartner() {
        job.given(draft(), changed(OTHER_DETAILS))
                .when(assign(ALPINE_FITTERS))
                .expectEvents(new JobEvent.Assigned(JOB, FLEET, ALPINE_FITTERS, NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        job.given(draft(), assignedTo(ALPINE_FITTERS))
                .when(assign(ALPINE_FITTERS))
                .expectNoEvents();
        job.given(createdFor(ALPINE_FITTERS)).when(assign(ALPINE_FITTERS)).expectNoEvents();
    }

    @Test
    void aRepetitionHasNoEffectWhateverHappenedSince() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(assign(ALPINE_FITTERS))
                .expectNoEvents();
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), failed())
                .when(assign(ALPINE_FITTERS))
                .expectNoEvents();
    }

    @Test
    void anotherPartnerIsRefused() {
        job.given(draft(), assignedTo(ALPINE_FITTERS))
                .when(assign(BALTIC_SERVICE))
                .expectEvents(refused("AssignJob", Refusal.JOB_ALREADY_ASSIGNED));
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(assign(BALTIC_SERVICE))
                .expectEvents(refused("AssignJob", Refusal.JOB_ALREADY_ASSIGNED));
    }

    @Test
    void anUnknownJobIsRefused() {
        job.givenNoPriorActivity().when(assign(ALPINE_FITTERS)).expectEvents(refused("AssignJob", Refusal.JOB_UNKNOWN));
        job.given(refusedBefore(Refusal.JOB_UNKNOWN))
                .when(assign(ALPINE_FITTERS))
                .expectEvents(refused("AssignJob", Refusal.JOB_UNKNOWN));
    }

    @Test
    void aDeletedJobIsRefused() {
        job.given(draft(), deleted())
                .when(assign(ALPINE_FITTERS))
                .expectEvents(refused("AssignJob", Refusal.JOB_DELETED));
    }
}
