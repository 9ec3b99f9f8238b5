package org.servicepartner.identity;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void packagesKnowEachOtherAsAgreed() {
        ArchitectureRules.of("org.servicepartner.identity").check();
    }
}
