package org.servicepartner.benchmark;

import java.util.UUID;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;

/** Somebody who works on the jobs of a partner and can log in to Keycloak. */
record Technician(UUID userId, UUID partnerId, String email, String password) {
    static final Technician TOM = of(DemoUser.TOM);
    static final Technician BEN = of(DemoUser.BEN);

    private static Technician of(DemoUser user) {
        return new Technician(user.userId(), user.partnerId(), user.email(), KeycloakServer.DEMO_PASSWORD);
    }

    /** The only technician of a partner of his own. */
    static Technician invented() {
        UUID userId = UUID.randomUUID();
        return new Technician(userId, UUID.randomUUID(), userId + "@benchmark.example", "benchmark-Passw0rd");
    }
}
