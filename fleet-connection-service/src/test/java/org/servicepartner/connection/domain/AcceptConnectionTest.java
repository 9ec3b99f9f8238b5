package org.servicepartner.connection.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import org.servicepartner.connection.domain.ConnectionRefusedException.Reason;

import static org.servicepartner.connection.domain.Given.*;

class AcceptConnectionTest {
    private final AggregateTestFixture<FleetConnection> connection = fixture();

    @Test
    void aPendingRequestIsAccepted() {
        connection.given(requested(FIRST, MONDAY)).when(accept(FIRST, TUESDAY)).expectEvents(accepted(FIRST, TUESDAY));
    }

    @Test
    void acceptingAgainChangesNothing() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(accept(FIRST, WEDNESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void acceptingNeedsFinishedOnboarding() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(accept(FIRST, TUESDAY, "PERSONAL_DETAILS", "NDA"))
                .expectException(Refused.because(Reason.ONBOARDING_INCOMPLETE))
                .expectNoEvents();
    }

    @Test
    void itIsPossibleUntilTheLastMoment() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(accept(FIRST, NEXT_MONDAY.minusMillis(1)))
                .expectEvents(accepted(FIRST, NEXT_MONDAY.minusMillis(1)));
    }

    @Test
    void aRequestPastItsTimeIsRefusedBeforeItsExpiryIsRecorded() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(accept(FIRST, NEXT_MONDAY))
                .expectException(Refused.because(Reason.REQUEST_EXPIRED))
                .expectNoEvents();
    }

    @Test
    void anExpiredRequestIsRefused() {
        connection
                .given(requested(FIRST, MONDAY), expired(FIRST, NEXT_MONDAY))
                .when(accept(FIRST, NEXT_MONDAY))
                .expectException(Refused.because(Reason.REQUEST_EXPIRED));
    }

    @Test
    void declinedIsFinal() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY))
                .when(accept(FIRST, WEDNESDAY))
                .expectException(Refused.because(Reason.NOT_PENDING));
    }

    @Test
    void declinedStaysFinalBesideANewRequest() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY), requested(SECOND, TUESDAY))
                .when(accept(FIRST, WEDNESDAY))
                .expectException(Refused.because(Reason.NOT_PENDING));
    }

    @Test
    void aWithdrawnRequestIsRefused() {
        connection
                .given(requested(FIRST, MONDAY), withdrawn(FIRST, TUESDAY))
                .when(accept(FIRST, WEDNESDAY))
                .expectException(Refused.because(Reason.NOT_PENDING));
    }

    @Test
    void aDeletedConnectionIsRefused() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, MONDAY), deleted(FIRST, TUESDAY))
                .when(accept(FIRST, WEDNESDAY))
                .expectException(Refused.because(Reason.NOT_PENDING));
    }

    @Test
    void anUnknownConnectionIsRefused() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(accept(SECOND, TUESDAY))
                .expectException(Refused.because(Reason.UNKNOWN_CONNECTION));
    }
}
