package org.servicepartner.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The TCP ports of the local stack on 127.0.0.1.
 *
 * @param offset added to every port, so that a second stack runs beside the first
 */
public record LocalPorts(int offset) {

    public int postgres() {
        return 15432 + offset;
    }

    public int kafka() {
        return 19092 + offset;
    }

    public int keycloak() {
        return 18080 + offset;
    }

    public int smtp() {
        return 11025 + offset;
    }

    public int mailPage() {
        return 18025 + offset;
    }

    public int of(App app) {
        return app.port() + offset;
    }

    /** Fails with the first port that another program holds. */
    void check() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (App app : App.values()) {
            all.put("the " + app.module(), of(app));
        }
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Keycloak", keycloak());
        all.put("the mail catcher", smtp());
        all.put("the mail catcher's page", mailPage());
        all.forEach((server, port) -> Ports.claim(port, server));
    }
}
