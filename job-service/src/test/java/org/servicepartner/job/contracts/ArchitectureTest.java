package org.servicepartner.job.contracts;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void packagesKnowOnlyWhomTheyMay() {
        ArchitectureRules.of("org.servicepartner.job").check();
    }
}
