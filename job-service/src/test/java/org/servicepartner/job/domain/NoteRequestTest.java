package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.ConnectionStory.BEFORE;
import static org.servicepartner.job.domain.ConnectionStory.NOW;
import static org.servicepartner.job.domain.ConnectionStory.accepted;
import static org.servicepartner.job.domain.ConnectionStory.ended;
import static org.servicepartner.job.domain.ConnectionStory.noteRequest;
import static org.servicepartner.job.domain.ConnectionStory.requested;

class NoteRequestTest {
    private final FixtureConfiguration<Connection> connection = new AggregateTestFixture<>(Connection.class);

    @Test
    void aRequestIsNoted() {
        connection.givenNoPriorActivity().when(noteRequest()).expectEvents(requested(NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        connection.given(requested(BEFORE)).when(noteRequest()).expectNoEvents();
        connection
                .given(requested(BEFORE), accepted(BEFORE), ended("DELETED", BEFORE))
                .when(noteRequest())
                .expectNoEvents();
    }

    @Test
    void aLateRequestStillTellsTheNames() {
        connection.given(accepted(BEFORE)).when(noteRequest()).expectEvents(requested(NOW));
        connection.given(ended("WITHDRAWN", BEFORE)).when(noteRequest()).expectEvents(requested(NOW));
    }
}
