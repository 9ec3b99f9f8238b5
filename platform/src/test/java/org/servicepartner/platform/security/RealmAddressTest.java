package org.servicepartner.platform.security;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.util.unit.DataSize;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Inside a cluster a service reaches Keycloak at another address than the one browsers use and tokens name. */
class RealmAddressTest {
    private static final KeycloakServer KEYCLOAK = Infrastructure.shared().keycloak();
    private static final String ISSUER = KEYCLOAK.issuer().toString();
    private static final String ELSEWHERE = ISSUER.replace("127.0.0.1", "localhost");

    @Test
    void keysComeFromTheAddressOfTheRealmAndTokensNameTheIssuer() {
        String token = KEYCLOAK.token(DemoUser.TOM);

        assertThat(decoder(ISSUER, ELSEWHERE).decode(token).getIssuer()).hasToString(ISSUER);
        assertThatThrownBy(() -> decoder(ELSEWHERE, ISSUER).decode(token))
                .isInstanceOf(JwtValidationException.class)
                .hasMessageContaining("iss");
    }

    private static JwtDecoder decoder(String issuer, String realmUrl) {
        return new SecurityConfiguration(new StaticListableBeanFactory().getBeanProvider(CallerCheck.class))
                .jwtDecoder(new SecuritySettings(issuer, realmUrl, "service-partner-api", DataSize.ofKilobytes(64)));
    }
}
