package org.servicepartner.platform.eventstore;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param claimTimeout after which silence another replica takes over what one replica runs at a time
 */
@ConfigurationProperties("servicepartner.event-store")
public record EventStoreSettings(@DefaultValue("10s") Duration claimTimeout) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public EventStoreSettings {
        if (claimTimeout.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "servicepartner.event-store.claim-timeout must be at least 1s, not " + claimTimeout);
        }
    }
}
