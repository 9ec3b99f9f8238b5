package org.servicepartner.notification.domain;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryRuleTest {
    private static final Instant ORDERED = Instant.parse("2026-03-02T08:30:00Z");
    private static final RetryRule RULE =
            new RetryRule(Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ofDays(7));

    @Test
    void thePauseDoublesFromFailureToFailure() {
        assertThat(RULE.nextAttempt(failedBefore(0), ORDERED)).contains(ORDERED.plusSeconds(2));
        assertThat(RULE.nextAttempt(failedBefore(1), ORDERED)).contains(ORDERED.plusSeconds(4));
        assertThat(RULE.nextAttempt(failedBefore(5), ORDERED)).contains(ORDERED.plusSeconds(64));
    }

    @Test
    void thePauseIsNeverLongerThanTheLongest() {
        assertThat(RULE.nextAttempt(failedBefore(1000), ORDERED)).contains(ORDERED.plusSeconds(600));
    }

    @Test
    void aLetterThatIsTooOldIsGivenUp() {
        Instant almostTooLate = ORDERED.plus(Duration.ofDays(7)).minusSeconds(600);
        assertThat(RULE.nextAttempt(failedBefore(1000), almostTooLate)).isPresent();
        assertThat(RULE.nextAttempt(failedBefore(1000), almostTooLate.plusMillis(1)))
                .isEmpty();
    }

    private static Delivery failedBefore(int times) {
        return new Delivery(
                "cause",
                "alice@alpine-fitters.example",
                Language.EN,
                new Letter.ConnectionDeleted("Alpine Fitters", "Velocity Rentals", "Vienna Vans", ORDERED),
                times,
                ORDERED);
    }
}
