package org.servicepartner.job.domain;

import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.BEFORE;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DONE;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.NO_DETAILS;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.UNIT;
import static org.servicepartner.job.domain.JobStory.VIN_ONLY;
import static org.servicepartner.job.domain.JobStory.acceptedBy;
import static org.servicepartner.job.domain.JobStory.because;
import static org.servicepartner.job.domain.JobStory.by;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.startedUnder;
import static org.servicepartner.job.domain.JobStory.tina;
import static org.servicepartner.job.domain.JobStory.tom;

class ConfigureUnitTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    private static final JobDetails OTHER_UNIT =
            new JobDetails(null, null, null, null, null, "00000000075BCD16", null, null, null);

    @Test
    void theOutcomeIsNoted() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(configure(tom(), NO_DETAILS))
                .expectEvents(configuredBy(NO_DETAILS, UNIT, "golf-8"));
    }

    @Test
    void theUnitMustBeKnown() {
        var unknown = new JobEvent.Created(JOB, FLEET, ALPINE_FITTERS, VIN_ONLY, BEFORE);
        refused(configure(tom(), NO_DETAILS), Refusal.UNIT_MISSING, unknown, startedUnder(CONNECTION));
        job.given(unknown, startedUnder(CONNECTION))
                .when(configure(tom(), OTHER_UNIT))
                .expectEvents(configuredBy(OTHER_UNIT, "00000000075BCD16", null));
    }

    @Test
    void whatTheProviderHasFilledInStays() {
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(configure(tom(), OTHER_UNIT))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new WorkRefused(Refusal.PROVIDER_VALUE_READ_ONLY, List.of(JobField.TELEMATICS_UNIT_ID)));
    }

    @Test
    void onlyARunningJobOfOnesOwnIsConfigured() {
        refused(configure(tom(), NO_DETAILS), Refusal.JOB_NOT_ACCEPTED, createdFor(ALPINE_FITTERS));
        refused(configure(tom(), NO_DETAILS), Refusal.JOB_NOT_RUNNING, createdFor(ALPINE_FITTERS), acceptedBy(TOM));
        refused(configure(tina(), NO_DETAILS), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), startedUnder(CONNECTION));
        refused(
                configure(tom(), NO_DETAILS),
                Refusal.JOB_ENDED,
                createdFor(ALPINE_FITTERS),
                startedUnder(CONNECTION),
                failed());
    }

    private static JobEvent configuredBy(JobDetails filledIn, String unit, @Nullable String preset) {
        return new JobEvent.Configured(
                JOB, FLEET, ALPINE_FITTERS, TOM, filledIn, unit, preset, "FAILED", "No network", DONE, NOW);
    }

    private static WorkCommand.ConfigureUnit configure(WorkCommand.By by, JobDetails filledIn) {
        return new WorkCommand.ConfigureUnit(JOB, by, filledIn, "FAILED", "No network");
    }

    private void refused(WorkCommand command, Refusal reason, Object... given) {
        job.given(given).when(command).expectNoEvents().expectResultMessagePayload(because(reason));
    }
}
