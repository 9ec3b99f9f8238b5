package org.servicepartner.connection.config;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param requestValidity how long a request can be accepted
 * @param expiryCheckInterval pause between two looks for requests that nobody answered in time
 */
@ConfigurationProperties("servicepartner.connections")
record ConnectionSettings(Duration requestValidity, Duration expiryCheckInterval) {
    ConnectionSettings {
        mustBePositive("request-validity", requestValidity);
        mustBePositive("expiry-check-interval", expiryCheckInterval);
    }

    private static void mustBePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "servicepartner.connections." + name + " must be positive, not " + value);
        }
    }
}
