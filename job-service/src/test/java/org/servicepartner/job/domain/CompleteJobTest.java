package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALL_PASSED;
import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.BEFORE;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DETAILS;
import static org.servicepartner.job.domain.JobStory.DONE;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.NO_DETAILS;
import static org.servicepartner.job.domain.JobStory.NO_GPS;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.VIN_ONLY;
import static org.servicepartner.job.domain.JobStory.acceptedBy;
import static org.servicepartner.job.domain.JobStory.because;
import static org.servicepartner.job.domain.JobStory.by;
import static org.servicepartner.job.domain.JobStory.configured;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.releasedBy;
import static org.servicepartner.job.domain.JobStory.startedUnder;
import static org.servicepartner.job.domain.JobStory.startedWith;
import static org.servicepartner.job.domain.JobStory.succeeded;
import static org.servicepartner.job.domain.JobStory.tested;
import static org.servicepartner.job.domain.JobStory.tom;

class CompleteJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    private static final JobDetails INSTALLATION =
            new JobDetails("INSTALLATION", null, null, null, null, null, null, null, null);
    private static final JobDetails OTHER_VIN =
            new JobDetails(null, "WVWZZZ1JZXW000002", null, null, null, null, null, null, null);
    private static final JobDetails MAINTENANCE =
            new JobDetails("MAINTENANCE", "WVWZZZ1JZXW000001", null, null, null, null, null, null, null);

    @Test
    void anInstallationIsDoneWhenConfiguredAndTested() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), configured("SUCCEEDED"), tested(ALL_PASSED))
                .when(complete(tom()))
                .expectEvents(new JobEvent.Succeeded(JOB, FLEET, ALPINE_FITTERS, TOM, DETAILS, DONE, NOW));
    }

    @Test
    void maintenanceNeedsATestOnly() {
        job.given(
                        new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, MAINTENANCE, BEFORE),
                        startedUnder(CONNECTION),
                        tested(ALL_PASSED))
                .when(complete(tom()))
                .expectEvents(new JobEvent.Succeeded(JOB, FLEET, ALPINE_FITTERS, TOM, MAINTENANCE, DONE, NOW));
    }

    @Test
    void anInstallationWithoutASuccessfulConfigurationIsNotDone() {
        refused(Refusal.CONFIGURATION_MISSING, createdFor(ALPINE_FITTERS), startedUnder(CONNECTION));
        refused(
                Refusal.CONFIGURATION_MISSING,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION),
                configured("SUCCEEDED"),
                configured("FAILED"),
                tested(ALL_PASSED));
    }

    @Test
    void theLastTestSinceTheConfigurationMustHavePassed() {
        refused(
                Refusal.TEST_MISSING,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION),
                tested(ALL_PASSED),
                configured("SUCCEEDED"));
        refused(
                Refusal.TEST_MISSING,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION),
                configured("SUCCEEDED"),
                tested(ALL_PASSED),
                tested(NO_GPS));
    }

    @Test
    void aJobThatWasGivenBackKeepsItsConfigurationAndLosesItsTest() {
        refused(
                Refusal.TEST_MISSING,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION),
                configured("SUCCEEDED"),
                tested(ALL_PASSED),
                releasedBy(TOM),
                acceptedBy(TOM),
                startedWith(NO_DETAILS));
    }

    @Test
    void whatWasConfiguredInAnotherVehicleIsNotConfiguredInThis() {
        JobEvent created = new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, INSTALLATION, BEFORE);
        refused(
                Refusal.CONFIGURATION_MISSING,
                created,
                startedWith(VIN_ONLY),
                configured("SUCCEEDED"),
                releasedBy(TOM),
                acceptedBy(TOM),
                startedWith(OTHER_VIN),
                tested(ALL_PASSED));
        job.given(
                        created,
                        startedWith(VIN_ONLY),
                        configured("SUCCEEDED"),
                        releasedBy(TOM),
                        acceptedBy(TOM),
                        startedWith(VIN_ONLY),
                        tested(ALL_PASSED))
                .when(complete(tom()))
                .expectEvents(new JobEvent.Succeeded(
                        JOB, FLEET, ALPINE_FITTERS, TOM, INSTALLATION.with(VIN_ONLY), DONE, NOW));
    }

    @Test
    void theJobTypeMustBeKnown() {
        refused(
                Refusal.JOB_TYPE_MISSING,
                new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, VIN_ONLY, BEFORE),
                startedUnder(CONNECTION),
                tested(ALL_PASSED));
    }

    @Test
    void itEndsOnce() {
        refused(
                Refusal.JOB_ENDED,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION),
                configured("SUCCEEDED"),
                tested(ALL_PASSED),
                succeeded());
    }

    private static WorkCommand.CompleteJob complete(WorkCommand.By by) {
        return new WorkCommand.CompleteJob(JOB, by);
    }

    private void refused(Refusal reason, Object... given) {
        job.given(given).when(complete(tom())).expectNoEvents().expectResultMessagePayload(because(reason));
    }
}
