package org.servicepartner.notification.domain;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReminderRuleTest {
    private static final Instant GIVEN = Instant.parse("2026-03-02T08:30:00Z");
    private static final ReminderRule RULE = new ReminderRule(Duration.ofHours(48));

    @Test
    void theReminderComesTheLeadBeforeTheEnd() {
        assertThat(RULE.timeFor(GIVEN, GIVEN.plus(Duration.ofDays(7)))).contains(GIVEN.plus(Duration.ofDays(5)));
    }

    @Test
    void whatWasGivenNoLongerThanTheLeadIsNotRemindedOf() {
        assertThat(RULE.timeFor(GIVEN, GIVEN.plus(Duration.ofHours(48)))).isEmpty();
        assertThat(RULE.timeFor(GIVEN, GIVEN.minusSeconds(1))).isEmpty();
        assertThat(RULE.timeFor(GIVEN, GIVEN.plus(Duration.ofHours(48)).plusSeconds(1)))
                .contains(GIVEN.plusSeconds(1));
    }

    @Test
    void aLeadMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReminderRule(Duration.ZERO));
    }
}
