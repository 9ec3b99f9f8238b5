package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.BALTIC_SERVICE;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DETAILS;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.MESSAGE;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.NO_DETAILS;
import static org.servicepartner.job.domain.JobStory.OTHER_DETAILS;
import static org.servicepartner.job.domain.JobStory.assignedTo;
import static org.servicepartner.job.domain.JobStory.changed;
import static org.servicepartner.job.domain.JobStory.create;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.deleted;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.refused;
import static org.servicepartner.job.domain.JobStory.refusedBefore;
import static org.servicepartner.job.domain.JobStory.startedUnder;

class CreateJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void withoutAPartnerItIsADraft() {
        job.givenNoPriorActivity()
                .when(create(null, DETAILS))
                .expectEvents(new JobEvent.Created(JOB, FLEET, null, DETAILS, NOW));
    }

    @Test
    void withAPartnerItIsAssignedAtOnce() {
        job.givenNoPriorActivity()
                .when(create(ALPINE_FITTERS, DETAILS))
                .expectEvents(new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, DETAILS, NOW));
    }

    @Test
    void nothingNeedsToBeFilledIn() {
        job.givenNoPriorActivity()
                .when(create(null, NO_DETAILS))
                .expectEvents(new JobEvent.Created(JOB, FLEET, null, NO_DETAILS, NOW));
    }

    @Test
    void afterAChangeThatCameTooEarly() {
        job.given(refusedBefore(Refusal.JOB_UNKNOWN))
                .when(create(null, DETAILS))
                .expectEvents(new JobEvent.Created(JOB, FLEET, null, DETAILS, NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        job.given(draft()).when(create(null, DETAILS)).expectNoEvents();
        job.given(createdFor(ALPINE_FITTERS))
                .when(create(ALPINE_FITTERS, DETAILS))
                .expectNoEvents();
    }

    @Test
    void aRepetitionHasNoEffectWhateverHappenedSince() {
        job.given(draft(), changed(OTHER_DETAILS)).when(create(null, DETAILS)).expectNoEvents();
        job.given(draft(), assignedTo(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(create(null, DETAILS))
                .expectNoEvents();
    }

    @Test
    void aDeletedJobDoesNotComeBack() {
        job.given(draft(), deleted())
                .when(create(null, DETAILS))
                .expectEvents(refused("CreateJob", Refusal.JOB_DELETED));
    }

    @Test
    void otherDetailsUnderTheSameIdAreRefused() {
        job.given(draft()).when(create(null, OTHER_DETAILS)).expectEvents(refused("CreateJob", Refusal.JOB_ID_TAKEN));
    }

    @Test
    void whatItWasChangedToIsOtherContentTooAndRefused() {
        job.given(draft(), changed(OTHER_DETAILS))
                .when(create(null, OTHER_DETAILS))
                .expectEvents(refused("CreateJob", Refusal.JOB_ID_TAKEN));
    }

    @Test
    void anotherPartnerUnderTheSameIdIsRefused() {
        job.given(createdFor(ALPINE_FITTERS))
                .when(create(BALTIC_SERVICE, DETAILS))
                .expectEvents(refused("CreateJob", Refusal.JOB_ID_TAKEN));
        job.given(draft())
                .when(create(ALPINE_FITTERS, DETAILS))
                .expectEvents(refused("CreateJob", Refusal.JOB_ID_TAKEN));
        job.given(createdFor(ALPINE_FITTERS))
                .when(create(null, DETAILS))
                .expectEvents(refused("CreateJob", Refusal.JOB_ID_TAKEN));
    }

    @Test
    void anotherFleetUnderTheSameIdIsRefused() {
        job.given(draft())
                .when(new JobCommand.CreateJob(JOB, "other-fleet", null, DETAILS, MESSAGE, NOW))
                .expectEvents(refused("CreateJob", Refusal.JOB_ID_TAKEN));
    }

    @Test
    void theIdOfADeletedJobStaysTaken() {
        job.given(draft(), deleted())
                .when(create(null, OTHER_DETAILS))
                .expectEvents(refused("CreateJob", Refusal.JOB_ID_TAKEN));
    }

    @Test
    void aRefusalDoesNotChangeWhatTheJobIs() {
        job.given(draft(), refusedBefore(Refusal.JOB_ID_TAKEN))
                .when(create(null, DETAILS))
                .expectNoEvents();
    }
}
