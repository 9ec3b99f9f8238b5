package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALL_PASSED;
import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DONE;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.NO_GPS;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.acceptedBy;
import static org.servicepartner.job.domain.JobStory.because;
import static org.servicepartner.job.domain.JobStory.by;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.startedUnder;
import static org.servicepartner.job.domain.JobStory.tina;
import static org.servicepartner.job.domain.JobStory.tom;

class TestVehicleTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void aTestPassesIfAllChecksDo() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(test(tom(), ALL_PASSED))
                .expectEvents(new JobEvent.Tested(JOB, FLEET, ALPINE_FITTERS, TOM, ALL_PASSED, true, DONE, NOW));
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(test(tom(), NO_GPS))
                .expectEvents(new JobEvent.Tested(JOB, FLEET, ALPINE_FITTERS, TOM, NO_GPS, false, DONE, NOW));
    }

    @Test
    void onlyARunningJobOfOnesOwnIsTested() {
        refused(test(tom(), ALL_PASSED), Refusal.JOB_NOT_RUNNING, createdFor(ALPINE_FITTERS), acceptedBy(TOM));
        refused(test(tina(), ALL_PASSED), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), startedUnder(CONNECTION));
    }

    private static WorkCommand.TestVehicle test(WorkCommand.By by, VehicleChecks checks) {
        return new WorkCommand.TestVehicle(JOB, by, checks);
    }

    private void refused(WorkCommand command, Refusal reason, Object... given) {
        job.given(given).when(command).expectNoEvents().expectResultMessagePayload(because(reason));
    }
}
