package org.servicepartner.local;

import java.util.HashMap;
import java.util.Map;

/** The environment variables an application is configured with. */
final class AppEnvironment {

    private AppEnvironment() {}

    static Map<String, String> of(App app, int replica, LocalStackOptions options, LocalSecrets secrets) {
        LocalPorts ports = options.ports();
        Map<String, String> environment = new HashMap<>(options.environment());
        environment.put("SERVER_PORT", Integer.toString(ports.of(app, replica)));
        environment.put(
                "OIDC_ISSUER_URI", "http://" + Ports.HOST + ":" + ports.keycloak() + "/realms/" + KeycloakServer.REALM);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Ports.HOST + ":" + ports.kafka());
        environment.put(
                "DATABASE_URL", "jdbc:postgresql://" + Ports.HOST + ":" + ports.postgres() + "/" + app.database());
        environment.put("DATABASE_USERNAME", app.database());
        environment.put("DATABASE_PASSWORD", secrets.get("database." + app.database()));
        if (app != App.GATEWAY) {
            environment.put("PERSONAL_DATA_KEY", secrets.key("personal-data.master-key"));
        }
        switch (app) {
            case IDENTITY_SERVICE -> {
                environment.put("SEED_FILE", seedFile(options));
                environment.put("KEYCLOAK_CLIENT_SECRET", secrets.get("identity.client-secret"));
                environment.put("LINK_SIGNING_KEY", secrets.key("link.signing-key"));
            }
            case PARTNER_SERVICE -> {
                environment.put("SEED_FILE", seedFile(options));
                String password = secrets.get("partner.signing-key-store-password");
                environment.put(
                        "NDA_SIGNING_KEY_STORE",
                        SigningKeyStore.ensure(
                                        options.directory()
                                                .toAbsolutePath()
                                                .normalize()
                                                .resolve("document-signing.p12"),
                                        password)
                                .toString());
                environment.put("NDA_SIGNING_KEY_STORE_PASSWORD", password);
                environment.put("NDA_SIGNING_KEY_ALIAS", SigningKeyStore.ALIAS);
            }
            case NOTIFICATION_SERVICE -> {
                environment.put("SMTP_HOST", Ports.HOST);
                environment.put("SMTP_PORT", Integer.toString(ports.smtp()));
                environment.put("PORTAL_URL", "http://" + Ports.HOST + ":" + ports.of(App.GATEWAY));
                environment.put("LINK_SIGNING_KEY", secrets.key("link.signing-key"));
            }
            case GATEWAY -> {
                environment.put("OIDC_CLIENT_ID", "gateway");
                environment.put("OIDC_CLIENT_SECRET", secrets.get("gateway.client-secret"));
                environment.put("SESSION_KEY", secrets.key("gateway.session-key"));
                for (App service : App.values()) {
                    if (service != App.GATEWAY) {
                        environment.put(service.name() + "_URL", "http://" + Ports.HOST + ":" + ports.of(service));
                    }
                }
            }
            case FLEET_CONNECTION_SERVICE, JOB_SERVICE -> {}
        }
        return environment;
    }

    private static String seedFile(LocalStackOptions options) {
        return options.project()
                .toAbsolutePath()
                .normalize()
                .resolve("deploy/local/seed.json")
                .toString();
    }
}
