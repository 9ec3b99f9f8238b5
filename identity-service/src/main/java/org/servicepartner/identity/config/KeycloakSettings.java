package org.servicepartner.identity.config;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param realmUrl where this service reaches the realm: {@code <Keycloak>/realms/<realm>}
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long an answer may take
 */
@ConfigurationProperties("servicepartner.keycloak")
record KeycloakSettings(URI realmUrl, Duration connectTimeout, Duration answerTimeout) {
    private static final String REALMS = "/realms/";

    KeycloakSettings {
        if (!realmUrl.getPath().contains(REALMS)) {
            throw new IllegalArgumentException(
                    "servicepartner.keycloak.realm-url must end with /realms/ and the realm's name, not " + realmUrl);
        }
    }

    /** Keycloak's admin address of the realm. */
    String adminUrl() {
        return realmUrl.toString().replaceFirst(REALMS, "/admin" + REALMS);
    }
}
