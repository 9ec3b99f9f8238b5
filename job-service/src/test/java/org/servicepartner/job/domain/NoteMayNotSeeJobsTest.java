package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.TechnicianStory.BEFORE;
import static org.servicepartner.job.domain.TechnicianStory.NOW;
import static org.servicepartner.job.domain.TechnicianStory.disabled;
import static org.servicepartner.job.domain.TechnicianStory.enabled;
import static org.servicepartner.job.domain.TechnicianStory.mayNotSeeJobs;

class NoteMayNotSeeJobsTest {
    private final FixtureConfiguration<Technician> technician = new AggregateTestFixture<>(Technician.class);

    @Test
    void aTechnicianWhoIsRemovedSeesNothing() {
        technician.given(enabled(0, BEFORE)).when(mayNotSeeJobs(1)).expectEvents(disabled(1, NOW));
    }

    @Test
    void aRemovalThatCameBeforeTheActivationIsKept() {
        technician.givenNoPriorActivity().when(mayNotSeeJobs(2)).expectEvents(disabled(2, NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        technician.given(disabled(1, BEFORE)).when(mayNotSeeJobs(1)).expectNoEvents();
    }

    @Test
    void oldNewsDoesNotTakeWhatWasGivenSince() {
        technician
                .given(disabled(1, BEFORE), enabled(2, BEFORE))
                .when(mayNotSeeJobs(1))
                .expectNoEvents();
    }
}
