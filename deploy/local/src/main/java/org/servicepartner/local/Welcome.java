package org.servicepartner.local;

import java.net.URI;
import java.util.UUID;

/** What a newcomer reads when the stack is up. */
final class Welcome {

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    private Welcome() {}

    static String text(LocalStack stack, LocalPorts ports, long seconds, UUID connectionId) {
        URI gateway = stack.url(App.GATEWAY);
        String environment = ports.offset() == 0
                ? ""
                : "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.kafka() + " PORT_OFFSET=" + ports.offset() + " ";
        return """

                The platform is up after %1$d s and uses %12$.1f GiB of memory.

                  Portal             %2$s  (and the API of everything)
                  SmartControl       %2$s/smartcontrol/  (for a phone, or a small window)
                  Message contracts  %2$s/contracts
                  Mails              http://127.0.0.1:%3$d
                  Keycloak           http://127.0.0.1:%4$d  (admin, password in %5$s)
                  Kafka              127.0.0.1:%6$d
                  PostgreSQL         127.0.0.1:%7$d  (user and database: identity, partner, fleet_connection, job, notification)

                Log-ins, all with the password %8$s
                  Alpine Fitters     alice@alpine-fitters.example (admin)    tom@alpine-fitters.example (technician)
                  Baltic Service     bea@baltic-service.example (admin)      ben@baltic-service.example (technician)
                  Support            sue@service-partner.example

                Try, in another terminal:
                  1. A provider asks Alpine Fitters to look after a fleet:
                     %9$sdeploy/local/fleetcontrol request-connection --id %10$s --fleet city-cars --fleet-name "City cars" \\
                       --provider "Peak Mobility" --email alice@alpine-fitters.example
                  2. Alice accepts:
                     curl -X POST -H "Authorization: Bearer $(%9$sdeploy/local/token alice)" \\
                       %2$s/api/partner/v1/fleet-connections/%10$s/accept
                  3. The provider creates three jobs, and Tom sees them:
                     %9$sdeploy/local/fleetcontrol create-job -n 3 --fleet city-cars --partner %11$s \\
                       && curl -H "Authorization: Bearer $(%9$sdeploy/local/token tom)" %2$s/api/smartcontrol/v1/jobs

                Ctrl-C stops everything.""".formatted(
                        seconds,
                        gateway,
                        ports.mailPage(),
                        ports.keycloak(),
                        stack.secretsFile(),
                        ports.kafka(),
                        ports.postgres(),
                        KeycloakServer.DEMO_PASSWORD,
                        environment,
                        connectionId,
                        DemoUser.ALPINE_FITTERS,
                        stack.memory() / GIBIBYTE);
    }
}
