package org.servicepartner.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The TCP ports of the local stack on 127.0.0.1.
 *
 * @param offset added to every port, so that a second stack runs beside the first
 */
public record LocalPorts(int offset) {

    private static final int STEP = 100;
    private static final int REPLICA_STEP = 10;

    /**
     * The first offset from this one, in steps of 100, of which no port is taken; for tests, several of which may run at once.
     *
     * @throws InfrastructureException if there is none up to twenty steps on
     */
    public static LocalPorts firstFree(int offset) {
        return IntStream.iterate(offset, next -> next + STEP)
                .limit(20)
                .mapToObj(LocalPorts::new)
                .filter(LocalPorts::areFree)
                .findFirst()
                .orElseThrow(() -> new InfrastructureException("No free ports were found from offset " + offset
                        + " on. Stop other stacks on this machine, or choose another offset."));
    }

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
        return of(app, 1);
    }

    /** @param replica 1 for the usual process of the application, 2 to 9 for those beside it */
    public int of(App app, int replica) {
        return app.port() + (replica - 1) * REPLICA_STEP + offset;
    }

    private boolean areFree() {
        return all().values().stream().allMatch(Ports::isFree);
    }

    /** Fails with the first port that another program holds. */
    void check() {
        all().forEach((server, port) -> Ports.claim(port, server));
    }

    private Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (App app : App.values()) {
            all.put("the " + app.module(), of(app));
        }
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Keycloak", keycloak());
        all.put("the mail catcher", smtp());
        all.put("the mail catcher's page", mailPage());
        return all;
    }
}
