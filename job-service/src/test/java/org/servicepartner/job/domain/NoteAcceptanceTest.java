package org.servicepartner.job.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import static org.servicepartner.job.domain.ConnectionStory.BEFORE;
import static org.servicepartner.job.domain.ConnectionStory.NOW;
import static org.servicepartner.job.domain.ConnectionStory.accepted;
import static org.servicepartner.job.domain.ConnectionStory.ended;
import static org.servicepartner.job.domain.ConnectionStory.noteAcceptance;
import static org.servicepartner.job.domain.ConnectionStory.requested;

class NoteAcceptanceTest {
    private final FixtureConfiguration<Connection> connection = new AggregateTestFixture<>(Connection.class);

    @Test
    void anAcceptanceIsNoted() {
        connection.given(requested(BEFORE)).when(noteAcceptance()).expectEvents(accepted(NOW));
    }

    @Test
    void theRequestNeedNotBeKnown() {
        connection.givenNoPriorActivity().when(noteAcceptance()).expectEvents(accepted(NOW));
    }

    @Test
    void aRepetitionHasNoEffect() {
        connection
                .given(requested(BEFORE), accepted(BEFORE))
                .when(noteAcceptance())
                .expectNoEvents();
    }

    @Test
    void anEndIsFinal() {
        connection
                .given(requested(BEFORE), accepted(BEFORE), ended("DELETED", BEFORE))
                .when(noteAcceptance())
                .expectNoEvents();
    }

    @Test
    void anEndThatCameBeforeTheAcceptanceIsFinalToo() {
        connection.given(ended("DELETED", BEFORE)).when(noteAcceptance()).expectNoEvents();
        connection
                .given(requested(BEFORE), ended("DECLINED", BEFORE))
                .when(noteAcceptance())
                .expectNoEvents();
    }
}
