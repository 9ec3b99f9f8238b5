package org.servicepartner.job;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.KeycloakServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Technicians with an account in the real Keycloak, made up by a test. */
final class Accounts {
    private final KeycloakServer keycloak = Infrastructure.shared().keycloak();
    private final String realm = keycloak.baseUrl() + "/admin/realms/" + KeycloakServer.REALM;
    private final RestClient http;
    private final Object technician;

    Accounts() {
        JsonNode admin = RestClient.create()
                .post()
                .uri(keycloak.baseUrl() + "/realms/master/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=password&client_id=admin-cli&username=%s&password=%s"
                        .formatted(KeycloakServer.ADMIN, URLEncoder.encode(keycloak.adminPassword(), UTF_8)))
                .retrieve()
                .body(JsonNode.class);
        http = RestClient.builder()
                .defaultHeader(
                        "Authorization",
                        "Bearer " + admin.required("access_token").asString())
                .build();
        technician = http.get().uri(realm + "/roles/technician").retrieve().body(Map.class);
    }

    /** The access token of a new technician of the partner. */
    String technician(String userId, String partnerId) {
        String email = "u" + userId.substring(0, 8) + "@made-up.example";
        URI account = http.post()
                .uri(realm + "/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Tina",
                        "lastName",
                        "Technician",
                        "attributes",
                        Map.of("partner_id", List.of(partnerId), "user_id", List.of(userId)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", KeycloakServer.DEMO_PASSWORD))))
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getLocation();
        http.post()
                .uri(account + "/role-mappings/realm")
                .contentType(MediaType.APPLICATION_JSON)
                .body(List.of(technician))
                .retrieve()
                .toBodilessEntity();
        return keycloak.token(email, KeycloakServer.DEMO_PASSWORD);
    }
}
