package org.servicepartner.job.domain;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.LATER_CONNECTION;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.deleted;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.endOf;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.startedUnder;

class FailForEndedConnectionTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void aRunningJobFails() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(endOf(CONNECTION))
                .expectEvents(
                        new JobEvent.Failed(JOB, FLEET, ALPINE_FITTERS, "CONNECTION_DELETED", null, NOW, null, null));
    }

    @Test
    void aRepetitionHasNoEffect() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), failed())
                .when(endOf(CONNECTION))
                .expectNoEvents();
    }

    @Test
    void anAssignedJobStaysAssigned() {
        job.given(createdFor(ALPINE_FITTERS)).when(endOf(CONNECTION)).expectNoEvents();
    }

    @Test
    void aJobStartedUnderALaterConnectionGoesOn() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(LATER_CONNECTION))
                .when(endOf(CONNECTION))
                .expectNoEvents();
    }

    @Test
    void aDraftIsNotConcerned() {
        job.given(draft()).when(endOf(CONNECTION)).expectNoEvents();
        job.given(draft(), deleted()).when(endOf(CONNECTION)).expectNoEvents();
    }

    @Test
    void anUnknownJobIsNotFound() {
        job.givenNoPriorActivity().when(endOf(CONNECTION)).expectException(AggregateNotFoundException.class);
    }
}
