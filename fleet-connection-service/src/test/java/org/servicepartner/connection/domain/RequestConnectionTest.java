package org.servicepartner.connection.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import static org.servicepartner.connection.domain.Given.*;

class RequestConnectionTest {
    private final AggregateTestFixture<FleetConnection> connection = fixture();

    @Test
    void theFirstRequestOfAPairIsPending() {
        connection.givenNoPriorActivity().when(request(FIRST, MONDAY)).expectEvents(requested(FIRST, MONDAY));
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        connection.given(requested(FIRST, MONDAY)).when(request(FIRST, TUESDAY)).expectNoEvents();
    }

    @Test
    void theSameRequestAfterItWasAcceptedChangesNothing() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(request(FIRST, WEDNESDAY))
                .expectNoEvents();
    }

    @Test
    void anotherRequestIsRefusedWhileOneIsPending() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(request(SECOND, TUESDAY))
                .expectEvents(requestRefused(SECOND, "PAIR_ALREADY_CONNECTED"));
    }

    @Test
    void anotherRequestIsRefusedWhileOneIsAccepted() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(request(SECOND, WEDNESDAY))
                .expectEvents(requestRefused(SECOND, "PAIR_ALREADY_CONNECTED"));
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(request(FIRST, "City Cars South", TUESDAY))
                .expectEvents(requestRefused(FIRST, "CONNECTION_ID_TAKEN"));
    }

    @Test
    void theSameIdForAnotherFleetIsRefused() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(request(FIRST, "fleet-8", "City Cars North", TUESDAY))
                .expectEvents(new FleetConnectionEvent.RequestRefused(
                        FIRST, "fleet-8", MESSAGE, "CONNECTION_ID_TAKEN", RequestRefusal.CONNECTION_ID_TAKEN.detail()));
    }

    @Test
    void aNewRequestAfterADeclinedOneIsANewConnection() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY))
                .when(request(SECOND, WEDNESDAY))
                .expectEvents(requested(SECOND, WEDNESDAY));
    }

    @Test
    void aNewRequestAfterAWithdrawnOneIsANewConnection() {
        connection
                .given(requested(FIRST, MONDAY), withdrawn(FIRST, TUESDAY))
                .when(request(SECOND, WEDNESDAY))
                .expectEvents(requested(SECOND, WEDNESDAY));
    }

    @Test
    void aNewRequestAfterADeletedOneIsANewConnection() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, MONDAY), deleted(FIRST, TUESDAY))
                .when(request(SECOND, WEDNESDAY))
                .expectEvents(requested(SECOND, WEDNESDAY));
    }

    @Test
    void aNewRequestAfterAnExpiredOneIsANewConnection() {
        connection
                .given(requested(FIRST, MONDAY), expired(FIRST, NEXT_MONDAY))
                .when(request(SECOND, NEXT_MONDAY))
                .expectEvents(requested(SECOND, NEXT_MONDAY));
    }

    @Test
    void aRequestPastItsTimeDoesNotStandInTheWayOfANewOne() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(request(SECOND, NEXT_MONDAY))
                .expectEvents(expired(FIRST, NEXT_MONDAY), requested(SECOND, NEXT_MONDAY));
    }

    @Test
    void theIdOfAFinishedConnectionIsNotUsedAgain() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY))
                .when(request(FIRST, WEDNESDAY))
                .expectEvents(requestRefused(FIRST, "CONNECTION_FINISHED"));
    }

    @Test
    void theIdOfAFinishedConnectionIsNotUsedAgainBesideALiveOne() {
        connection
                .given(requested(FIRST, MONDAY), declined(FIRST, TUESDAY), requested(SECOND, TUESDAY))
                .when(request(FIRST, WEDNESDAY))
                .expectEvents(requestRefused(FIRST, "CONNECTION_FINISHED"));
    }

    @Test
    void theSameRequestPastItsTimeIsExpiredAndRefused() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(request(FIRST, NEXT_MONDAY))
                .expectEvents(expired(FIRST, NEXT_MONDAY), requestRefused(FIRST, "CONNECTION_FINISHED"));
    }
}
