package org.servicepartner.connection.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import org.servicepartner.connection.domain.ConnectionRefusedException.Reason;

import static org.servicepartner.connection.domain.Given.*;

class DeleteConnectionTest {
    private final AggregateTestFixture<FleetConnection> connection = fixture();

    @Test
    void anAcceptedConnectionIsDeleted() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(delete(FIRST, WEDNESDAY))
                .expectEvents(deleted(FIRST, WEDNESDAY));
    }

    @Test
    void anAcceptedConnectionIsDeletedHoweverOldItIs() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(delete(FIRST, NEXT_MONDAY))
                .expectEvents(deleted(FIRST, NEXT_MONDAY));
    }

    @Test
    void deletingAgainChangesNothing() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, MONDAY), deleted(FIRST, TUESDAY))
                .when(delete(FIRST, WEDNESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aPendingRequestCannotBeDeleted() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(delete(FIRST, TUESDAY))
                .expectException(Refused.because(Reason.NOT_ACCEPTED));
    }

    @Test
    void aDeclinedRequestCannotBeDeleted() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY))
                .when(delete(FIRST, WEDNESDAY))
                .expectException(Refused.because(Reason.NOT_ACCEPTED));
    }
}
