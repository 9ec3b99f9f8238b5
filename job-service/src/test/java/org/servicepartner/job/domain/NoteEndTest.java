package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.servicepartner.job.domain.ConnectionStory.BEFORE;
import static org.servicepartner.job.domain.ConnectionStory.NOW;
import static org.servicepartner.job.domain.ConnectionStory.accepted;
import static org.servicepartner.job.domain.ConnectionStory.ended;
import static org.servicepartner.job.domain.ConnectionStory.noteEnd;
import static org.servicepartner.job.domain.ConnectionStory.requested;

class NoteEndTest {
    private final FixtureConfiguration<Connection> connection = new AggregateTestFixture<>(Connection.class);

    @ParameterizedTest
    @ValueSource(strings = {"DELETED", "DECLINED", "EXPIRED", "WITHDRAWN"})
    void everyEndIsNotedWithItsReason(String reason) {
        connection.given(requested(BEFORE)).when(noteEnd(reason)).expectEvents(ended(reason, NOW));
    }

    @Test
    void anAcceptedConnectionEnds() {
        connection
                .given(requested(BEFORE), accepted(BEFORE))
                .when(noteEnd("DELETED"))
                .expectEvents(ended("DELETED", NOW));
    }

    @Test
    void nothingElseNeedsToBeKnown() {
        connection.givenNoPriorActivity().when(noteEnd("DELETED")).expectEvents(ended("DELETED", NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        connection.given(ended("DELETED", BEFORE)).when(noteEnd("DELETED")).expectNoEvents();
    }

    @Test
    void theFirstReasonStays() {
        connection.given(ended("EXPIRED", BEFORE)).when(noteEnd("WITHDRAWN")).expectNoEvents();
    }
}
