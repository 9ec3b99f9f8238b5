package org.servicepartner.identity.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param validity how long somebody can register with an invitation */
@ConfigurationProperties("servicepartner.invitations")
public record InvitationSettings(Duration validity) {
    public InvitationSettings {
        if (!validity.isPositive()) {
            throw new IllegalArgumentException("servicepartner.invitations.validity must be positive, not " + validity);
        }
    }

    /** When an invitation of this moment ends, to the second: links name it so. */
    public Instant expiryFrom(Instant now) {
        return now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
    }
}
