package org.servicepartner.partner;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void packagesKnowEachOtherAsAgreed() {
        ArchitectureRules.of("org.servicepartner.partner").check();
    }
}
