package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.servicepartner.job.domain.JobStory.ALPINE_FITTERS;
import static org.servicepartner.job.domain.JobStory.CONNECTION;
import static org.servicepartner.job.domain.JobStory.DONE;
import static org.servicepartner.job.domain.JobStory.FLEET;
import static org.servicepartner.job.domain.JobStory.JOB;
import static org.servicepartner.job.domain.JobStory.NOW;
import static org.servicepartner.job.domain.JobStory.TOM;
import static org.servicepartner.job.domain.JobStory.acceptedBy;
import static org.servicepartner.job.domain.JobStory.because;
import static org.servicepartner.job.domain.JobStory.by;
import static org.servicepartner.job.domain.JobStory.createdFor;
import static org.servicepartner.job.domain.JobStory.failed;
import static org.servicepartner.job.domain.JobStory.startedUnder;
import static org.servicepartner.job.domain.JobStory.tina;
import static org.servicepartner.job.domain.JobStory.tom;

class FailJobTest {
    private final FixtureConfiguration<Job> job = new AggregateTestFixture<>(Job.class);

    @Test
    void whoHasTheJobMayGiveUp() {
        var failed = new JobEvent.Failed(JOB, FLEET, ALPINE_FITTERS, "TECHNICIAN", "No vehicle", NOW, TOM, DONE);
        job.given(createdFor(ALPINE_FITTERS), acceptedBy(TOM)).when(fail(tom())).expectEvents(failed);
        job.given(createdFor(ALPINE_FITTERS), startedUnder(CONNECTION))
                .when(fail(tom()))
                .expectEvents(failed);
    }

    @Test
    void nobodyElseMay() {
        refused(fail(tom()), Refusal.JOB_NOT_ACCEPTED, createdFor(ALPINE_FITTERS));
        refused(fail(tina()), Refusal.JOB_TAKEN, createdFor(ALPINE_FITTERS), acceptedBy(TOM));
        refused(fail(tom()), Refusal.JOB_ENDED, createdFor(ALPINE_FITTERS), startedUnder(CONNECTION), failed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000"})
    void notWithoutAReason(String comment) {
        assertThatThrownBy(() -> new WorkCommand.FailJob(JOB, tom(), comment))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkCommand.FailJob fail(WorkCommand.By by) {
        return new WorkCommand.FailJob(JOB, by, "No vehicle");
    }

    private void refused(WorkCommand command, Refusal reason, Object... given) {
        job.given(given).when(command).expectNoEvents().expectResultMessagePayload(because(reason));
    }
}
