package org.servicepartner.job.domain;

import java.util.stream.Stream;

/** What a technician tries on the vehicle; each {@code PASSED} or {@code FAILED}. */
public record VehicleChecks(String online, String gps, String ignition, String centralLock, String immobilizer) {
    public static final String PASSED = "PASSED";
    public static final String FAILED = "FAILED";

    boolean allPassed() {
        return Stream.of(online, gps, ignition, centralLock, immobilizer).allMatch(PASSED::equals);
    }
}
