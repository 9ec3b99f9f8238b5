package org.servicepartner.connection.domain;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import static org.servicepartner.connection.domain.Given.*;

class ExpireConnectionTest {
    private final AggregateTestFixture<FleetConnection> connection = fixture();

    @Test
    void aRequestEndsWhenItsTimeIsOver() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(expire(FIRST, NEXT_MONDAY))
                .expectEvents(expired(FIRST, NEXT_MONDAY));
    }

    @Test
    void itEndsAtTheTimeThatWasSaidHoweverLateThisIsNoticed() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(expire(FIRST, NEXT_MONDAY.plus(WEEK)))
                .expectEvents(expired(FIRST, NEXT_MONDAY));
    }

    @Test
    void itDoesNotEndBefore() {
        connection
                .given(requested(FIRST, MONDAY))
                .when(expire(FIRST, NEXT_MONDAY.minusMillis(1)))
                .expectNoEvents();
    }

    @Test
    void itEndsOnce() {
        connection
                .given(requested(FIRST, MONDAY), expired(FIRST, NEXT_MONDAY))
                .when(expire(FIRST, NEXT_MONDAY))
                .expectNoEvents();
    }

    @Test
    void anAcceptedConnectionDoesNotExpire() {
        connection
                .given(requested(FIRST, MONDAY), accepted(FIRST, TUESDAY))
                .when(expire(FIRST, NEXT_MONDAY))
                .expectNoEvents();
    }

    @Test
    void theNewRequestDoesNotEndWithTheOld() {
        connection
                .given(requested(FIRST, MONDAY), withdrawn(FIRST, TUESDAY), requested(SECOND, WEDNESDAY))
                .when(expire(FIRST, WEDNESDAY.plus(WEEK)))
                .expectNoEvents();
    }
}
