package org.servicepartner.connection.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import static org.servicepartner.connection.domain.Given.*;

class WithdrawConnectionTest {
    private final AggregateTestFixture<FleetConnection> connection = fixture();

    @Test
    void aPendingRequestIsTakenBack() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(withdraw(FIRST, TUESDAY))
                .expectEvents(withdrawn(FIRST, TUESDAY));
    }

    @Test
    void takingItBackAgainChangesNothing() {
        connection
                .given(requested(FIRST, MONDAY), withdrawn(FIRST, TUESDAY))
                .when(withdraw(FIRST, WEDNESDAY))
                .expectNoEvents();
    }

    @Test
    void anAcceptedOneCannotBeTakenBack() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(withdraw(FIRST, WEDNESDAY))
                .expectEvents(withdrawalRefused(FIRST, "CONNECTION_ACCEPTED"));
    }

    @Test
    void aDeclinedOneCannotBeTakenBack() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY))
                .when(withdraw(FIRST, WEDNESDAY))
                .expectEvents(withdrawalRefused(FIRST, "CONNECTION_FINISHED"));
    }

    @Test
    void aDeletedOneCannotBeTakenBack() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, MONDAY), deleted(FIRST, TUESDAY))
                .when(withdraw(FIRST, WEDNESDAY))
                .expectEvents(withdrawalRefused(FIRST, "CONNECTION_FINISHED"));
    }

    @Test
    void onePastItsTimeIsExpiredAndCannotBeTakenBack() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(withdraw(FIRST, NEXT_MONDAY))
                .expectEvents(expired(FIRST, NEXT_MONDAY), withdrawalRefused(FIRST, "CONNECTION_FINISHED"));
    }

    @Test
    void onlyTheFleetThatAskedTakesItBack() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(new FleetConnectionCommand.WithdrawConnection(PAIR, MESSAGE, FIRST, "fleet-8", TUESDAY))
                .expectEvents(new FleetConnectionEvent.WithdrawalRefused(
                        FIRST, "fleet-8", MESSAGE, "ANOTHER_FLEET", WithdrawalRefusal.ANOTHER_FLEET.detail()));
    }

    @Test
    void takingAnOldOneBackLeavesTheNewOneAlone() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, MONDAY), requested(SECOND, TUESDAY))
                .when(withdraw(FIRST, WEDNESDAY))
                .expectEvents(withdrawalRefused(FIRST, "CONNECTION_FINISHED"));
    }
}
