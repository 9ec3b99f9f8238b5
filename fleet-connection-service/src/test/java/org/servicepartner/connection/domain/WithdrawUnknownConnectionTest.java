package org.servicepartner.connection.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import static org.servicepartner.connection.domain.Given.*;

class WithdrawUnknownConnectionTest {
    private final AggregateTestFixture<UnknownConnection> connection =
            new AggregateTestFixture<>(UnknownConnection.class);

    @Test
    void whatWasNeverRequestedCannotBeTakenBack() {
        connection
                .givenNoPriorActivity()
                .when(new WithdrawUnknownConnection(FIRST, MESSAGE, FLEET))
                .expectEvents(withdrawalRefused(FIRST, "CONNECTION_UNKNOWN"));
    }

    @Test
    void whoTriesAgainIsToldAgain() {
        connection
                .given(withdrawalRefused(FIRST, "CONNECTION_UNKNOWN"))
                .when(new WithdrawUnknownConnection(FIRST, MESSAGE, FLEET))
                .expectEvents(withdrawalRefused(FIRST, "CONNECTION_UNKNOWN"));
    }
}
