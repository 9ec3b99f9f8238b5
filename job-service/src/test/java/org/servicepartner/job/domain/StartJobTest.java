package org.servicepartner.job.domain;

import java.util.List;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.BALTIC_SERVICE;
import static org.servicepartner.job.domain.JobStory.BEFORE;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DONE;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.LATER_CONNECTION;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.NO_DETAILS;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.VIN_ONLY;
import static org.servicepartner.job.domain.JobStory.acceptedBy;
import static org.servicepartner.job.domain.JobStory.assignedTo;
import static org.servicepartner.job.domain.JobStory.because;
import static org.servicepartner.job.domain.JobStory.by;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.draft;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.ofPartner;
import static org.servicepartner.job.domain.JobStory.releasedBy;
import static org.servicepartner.job.domain.JobStory.startedUnder;
import static org.servicepartner.job.domain.JobStory.startedWith;
import static org.servicepartner.job.domain.JobStory.tina;
import static org.servicepartner.job.domain.JobStory.tom;
import static org.servicepartner.job.domain.JobStory.under;

class StartJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    private static final JobDetails OTHER_VIN =
            new JobDetails(null, "WVWZZZ1JZXW000002", null, null, null, null, null, null, null);

    @Test
    void anAcceptedJobRuns() {
        job.given(draft(), assignedTo(ALPINE_FITTERS), acceptedBy(TOM))
                .when(start(tom(), NO_DETAILS))
                .expectEvents(new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, NOW, NO_DETAILS, DONE));
    }

    @Test
    void theTechnicianFillsInWhatIsMissing() {
        job.given(new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, NO_DETAILS, BEFORE), acceptedBy(TOM))
                .when(start(tom(), VIN_ONLY))
                .expectEvents(new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, NOW, VIN_ONLY, DONE));
        refused(
                start(tom(), NO_DETAILS),
                Refusal.VIN_MISSING,
                new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, NO_DETAILS, BEFORE),
                acceptedBy(TOM));
    }

    @Test
    void whatTheProviderHasFilledInStays() {
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM))
                .when(start(tom(), OTHER_VIN))
                .expectNoEvents()
                .expectResultMessagePayload(new WorkRefused(Refusal.PROVIDER_VALUE_READ_ONLY, List.of(JobField.VIN)));
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM))
                .when(start(tom(), VIN_ONLY))
                .expectEvents(new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, NOW, VIN_ONLY, DONE));
    }

    @Test
    void unlessTheConnectionAllowsToOverride() {
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM))
                .when(start(under(CONNECTION, true), OTHER_VIN))
                .expectEvents(new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, NOW, OTHER_VIN, DONE));
    }

    @Test
    void whatAColleagueHasFilledInCanBeCorrected() {
        job.given(
                        new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, NO_DETAILS, BEFORE),
                        acceptedBy(TOM),
                        startedWith(VIN_ONLY),
                        releasedBy(TOM),
                        acceptedBy(TOM))
                .when(start(tom(), OTHER_VIN))
                .expectEvents(new JobEvent.Started(JOB, FLEET, ALPINE_FITTERS, TOM, CONNECTION, NOW, OTHER_VIN, DONE));
    }

    @Test
    void onlyWhoHasAcceptedItStartsIt() {
        refused(start(tom(), NO_DETAILS), Refusal.JOB_NOT_ACCEPTED, createdFor(ALPINE_FITTERS));
        refused(start(tina(), NO_DETAILS), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), acceptedBy(TOM));
    }

    @Test
    void onlyOnce() {
        refused(
                start(tom(), NO_DETAILS),
                Refusal.JOB_NOT_STARTABLE,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION));
        refused(
                start(tom(), NO_DETAILS),
                Refusal.JOB_ENDED,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION),
                failed());
    }

    @Test
    void whatRunsUnderAnEndedConnectionIsAboutToEnd() {
        refused(
                start(under(LATER_CONNECTION, false), NO_DETAILS),
                Refusal.JOB_ENDED,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION));
    }

    @Test
    void draftsAndOtherPartnersJobsDoNotExist() {
        refused(start(tom(), NO_DETAILS), Refusal.JOB_UNKNOWN, draft());
        refused(start(ofPartner(BALTIC_SERVICE), NO_DETAILS), Refusal.JOB_UNKNOWN, createdFor(ALPINE_FITTERS));
    }

    @Test
    void anUnknownJobIsNotFound() {
        job.givenNoPriorActivity().when(start(tom(), NO_DETAILS)).expectException(AggregateNotFoundException.class);
    }

    private static WorkCommand.StartJob start(WorkCommand.By by, JobDetails filledIn) {
        return new WorkCommand.StartJob(JOB, by, filledIn);
    }

    private void refused(WorkCommand command, Refusal reason, Object... given) {
        job.given(given).when(command).expectNoEvents().expectResultMessagePayload(because(reason));
    }
}
