package org.servicepartner.connection;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void everyPackageKnowsOnlyWhomItMay() {
        ArchitectureRules.of("org.servicepartner.connection").check();
    }
}
