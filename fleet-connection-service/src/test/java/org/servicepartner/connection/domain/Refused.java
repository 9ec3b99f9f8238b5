package org.servicepartner.connection.domain;

import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;

import org.servicepartner.connection.domain.ConnectionRefusedException.Reason;

/** Says which rule refused a command. */
final class Refused {
    private Refused() {}

    static Matcher<ConnectionRefusedException> because(Reason reason) {
        return new FeatureMatcher<>(Matchers.is(reason), "refused because", "reason") {
            @Override
            protected Reason featureValueOf(ConnectionRefusedException refusal) {
                return refusal.reason();
            }
        };
    }
}
