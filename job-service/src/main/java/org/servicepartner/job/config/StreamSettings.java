package org.servicepartner.job.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param longestReplay how many events may have happened since the last one a phone got, so that it goes on from there; after
 *     more of them it gets all jobs anew
 */
@ConfigurationProperties("servicepartner.streams")
record StreamSettings(@DefaultValue("50000") long longestReplay) {
    StreamSettings {
        if (longestReplay < 0) {
            throw new IllegalArgumentException(
                    "servicepartner.streams.longest-replay must not be negative, like " + longestReplay);
        }
    }
}
