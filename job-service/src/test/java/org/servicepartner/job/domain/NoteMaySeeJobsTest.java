package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.TechnicianStory.BEFORE;
import static org.servicepartner.job.domain.TechnicianStory.NOW;
import static org.servicepartner.job.domain.TechnicianStory.disabled;
import static org.servicepartner.job.domain.TechnicianStory.enabled;
import static org.servicepartner.job.domain.TechnicianStory.maySeeJobs;

class NoteMaySeeJobsTest {
    private final FixtureConfiguration<Technician> technician = new AggregateTestFixture<>(Technician.class);

    @Test
    void anActivatedTechnicianSeesJobs() {
        technician.givenNoPriorActivity().when(maySeeJobs(0)).expectEvents(enabled(0, NOW));
    }

    @Test
    void anAdminWhoBecomesATechnicianSeesJobs() {
        technician.given(disabled(0, BEFORE)).when(maySeeJobs(1)).expectEvents(enabled(1, NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        technician.given(enabled(3, BEFORE)).when(maySeeJobs(3)).expectNoEvents();
    }

    @Test
    void oldNewsDoesNotBringARemovedTechnicianBack() {
        technician.given(disabled(5, BEFORE)).when(maySeeJobs(4)).expectNoEvents();
        technician
                .given(enabled(0, BEFORE), disabled(5, BEFORE))
                .when(maySeeJobs(5))
                .expectNoEvents();
    }
}
