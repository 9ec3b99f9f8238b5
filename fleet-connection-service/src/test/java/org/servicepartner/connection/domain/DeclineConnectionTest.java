package org.servicepartner.connection.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import org.servicepartner.connection.domain.ConnectionRefusedException.Reason;

import static org.servicepartner.connection.domain.Given.*;

class DeclineConnectionTest {
    private final AggregateTestFixture<FleetConnection> connection = fixture();

    @Test
    void aPendingRequestIsDeclined() {
        connection.given(requested(FIRST, MONDAY)).when(decline(FIRST, TUESDAY)).expectEvents(declined(FIRST, TUESDAY));
    }

    @Test
    void decliningAgainChangesNothing() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY))
                .when(decline(FIRST, WEDNESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anAcceptedConnectionCannotBeDeclined() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(decline(FIRST, WEDNESDAY))
                .expectException(Refused.because(Reason.NOT_PENDING));
    }

    @Test
    void aWithdrawnRequestCannotBeDeclined() {
        connection
                .given(requested(FIRST, MONDAY), withdrawn(FIRST, TUESDAY))
                .when(decline(FIRST, WEDNESDAY))
                .expectException(Refused.because(Reason.NOT_PENDING));
    }

    @Test
    void aRequestPastItsTimeCannotBeDeclined() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(decline(FIRST, NEXT_MONDAY))
                .expectException(Refused.because(Reason.REQUEST_EXPIRED));
    }
}
