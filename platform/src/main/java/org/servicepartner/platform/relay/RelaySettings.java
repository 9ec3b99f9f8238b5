package org.servicepartner.platform.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batchSize most events handed over at once
 */
@ConfigurationProperties("servicepartner.relay")
public record RelaySettings(@DefaultValue("1000") int batchSize) {
    public RelaySettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("servicepartner.relay.batch-size must be at least 1, not " + batchSize);
        }
    }
}
