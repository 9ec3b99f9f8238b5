package org.servicepartner.acceptance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The platform is small enough for a newcomer's machine. */
@ExtendWith(PlatformExtension.class)
class FootprintIT {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long LARGEST = 3 * 1024 * MEBIBYTE;

    private final Platform platform;

    FootprintIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void all_processes_together_need_less_than_3_GiB() {
        long memory = platform.stack().memory();

        System.out.printf(
                "The platform started in %d s and uses %d MiB.%n",
                platform.startTime().toSeconds(), memory / MEBIBYTE);
        assertThat(memory).isPositive().isLessThan(LARGEST);
    }
}
