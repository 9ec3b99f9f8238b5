package org.servicepartner.local;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the servers run.
 *
 * @param hosting containers or embedded servers
 * @param dataDirectory kept across runs; {@code null} for temporary data that goes with {@link Infrastructure#close()}
 * @param logDirectory where each server's log is written; {@code null} for a place beside the data
 * @param durable whether PostgreSQL waits for the disk (fsync); off only where losing the data costs nothing
 * @param postgresPort TCP port on 127.0.0.1, 0 for any free one; so are the other ports
 * @param kafkaPort broker port
 * @param keycloakPort HTTP port
 * @param smtpPort SMTP port of the mail catcher
 * @param mailPagePort HTTP port of the mail catcher's page
 * @param portalUrl base URL under which browsers reach the gateway; Keycloak allows redirects to it
 * @param gatewayClientSecret secret of the OIDC client {@code gateway}
 * @param identityClientSecret secret of the service account {@code identity-service}
 * @param telematicsClientSecret secret of the service account {@code telematics-platform}
 */
public record InfrastructureSettings(
        Hosting hosting,
        @Nullable Path dataDirectory,
        @Nullable Path logDirectory,
        boolean durable,
        int postgresPort,
        int kafkaPort,
        int keycloakPort,
        int smtpPort,
        int mailPagePort,
        String portalUrl,
        String gatewayClientSecret,
        String identityClientSecret,
        String telematicsClientSecret) {

    /** Secret of the service account where nobody chooses another one: in tests. */
    public static final String IDENTITY_TEST_SECRET = "identity-test-secret";

    /** Secret of the telematics platform where nobody chooses another one: in tests. */
    public static final String TELEMATICS_TEST_SECRET = "telematics-test-secret";

    /** With {@link #IDENTITY_TEST_SECRET} and {@link #TELEMATICS_TEST_SECRET}. */
    public InfrastructureSettings(
            Hosting hosting,
            @Nullable Path dataDirectory,
            @Nullable Path logDirectory,
            boolean durable,
            int postgresPort,
            int kafkaPort,
            int keycloakPort,
            int smtpPort,
            int mailPagePort,
            String portalUrl,
            String gatewayClientSecret) {
        this(
                hosting,
                dataDirectory,
                logDirectory,
                durable,
                postgresPort,
                kafkaPort,
                keycloakPort,
                smtpPort,
                mailPagePort,
                portalUrl,
                gatewayClientSecret,
                IDENTITY_TEST_SECRET,
                TELEMATICS_TEST_SECRET);
    }

    /** Free ports, temporary data, no fsync, fixed secrets. */
    public static InfrastructureSettings forTests() {
        return new InfrastructureSettings(
                Hosting.fromSystemProperty(),
                null,
                null,
                false,
                0,
                0,
                0,
                0,
                0,
                "http://127.0.0.1:8080",
                "gateway-test-secret");
    }

    boolean keepsData() {
        return dataDirectory != null;
    }

    Path logDirectory(Path directory) {
        return logDirectory == null ? directory.resolve("logs") : logDirectory;
    }

    /** What the placeholders of the realm files stand for, with the name that this machine has for Keycloak. */
    Map<String, String> realmEnvironment(String thisMachine, int smtpPort) {
        return Map.of(
                "SMTP_HOST", thisMachine,
                "SMTP_PORT", Integer.toString(smtpPort),
                "PORTAL_URL", portalUrl,
                "PORTAL_LOCALHOST_URL", portalUrl.replace(Ports.HOST, "localhost"),
                "PORTAL_SEEN_FROM_KEYCLOAK_URL", portalUrl.replace(Ports.HOST, thisMachine),
                "GATEWAY_CLIENT_SECRET", gatewayClientSecret,
                "IDENTITY_CLIENT_SECRET", identityClientSecret,
                "TELEMATICS_CLIENT_SECRET", telematicsClientSecret);
    }
}
