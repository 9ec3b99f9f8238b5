package org.servicepartner.local;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeycloakServerTest {

    private final KeycloakServer keycloak = SharedStack.get().infrastructure().keycloak();

    @ParameterizedTest
    @EnumSource(DemoUser.class)
    void a_demo_user_gets_a_token_with_partner_user_role_and_audience(DemoUser user) {
        JsonNode claims = claims(keycloak.token(user));

        assertThat(claims.get("iss").asString()).isEqualTo(keycloak.issuer().toString());
        assertThat(claims.get("partner_id").asString())
                .isEqualTo(user.partnerId().toString());
        assertThat(claims.get("user_id").asString()).isEqualTo(user.userId().toString());
        assertThat(claims.get("preferred_username").asString()).isEqualTo(user.email());
        assertThat(strings(claims.get("aud"))).contains("service-partner-api");
        boolean admin = user == DemoUser.ALICE || user == DemoUser.BEA;
        assertThat(strings(claims.get("realm_access").get("roles")))
                .contains(admin ? "partner-admin" : "technician")
                .doesNotContain(admin ? "technician" : "partner-admin");
    }

    @Test
    void a_wrong_password_gets_no_token() {
        assertThatThrownBy(() -> keycloak.token(DemoUser.TOM.email(), "wrong"))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void the_administrator_logs_in_with_this_machines_password() throws Exception {
        String form = "grant_type=password&client_id=admin-cli&username=" + KeycloakServer.ADMIN + "&password="
                + keycloak.adminPassword();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            keycloak.baseUrl().resolve("/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
    }

    private static Stream<String> strings(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asString) : Stream.of(node.asString());
    }
}
