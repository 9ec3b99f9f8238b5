package org.servicepartner.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.KeycloakServer;

/** What Keycloak's own administrator sees and does. */
final class KeycloakAdmin {
    private final KeycloakServer keycloak = Infrastructure.shared().keycloak();
    private final RestClient http = RestClient.create();

    /** The user with this address; missing if there is none. */
    JsonNode user(String email) {
        return get("/users?exact=true&briefRepresentation=false&username={email}", email)
                .path(0);
    }

    /** The names of those of the user's roles that tokens name for us. */
    List<String> roles(String email) {
        return get("/users/{id}/role-mappings/realm", user(email).required("id").asString()).values().stream()
                .map(role -> role.required("name").asString())
                .filter(role -> !role.startsWith("default-roles"))
                .toList();
    }

    int sessions(String email) {
        return get("/users/{id}/sessions", user(email).required("id").asString())
                .size();
    }

    /** An account as a registration leaves it that broke off after the first step. */
    void create(String email, String userId, String partnerId) {
        http.post()
                .uri(realm() + "/users")
                .header("Authorization", token())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "enabled",
                        false,
                        "attributes",
                        Map.of("user_id", List.of(userId), "partner_id", List.of(partnerId))))
                .retrieve()
                .toBodilessEntity();
    }

    private JsonNode get(String uri, Object... variables) {
        return Objects.requireNonNull(http.get()
                .uri(realm() + uri, variables)
                .header("Authorization", token())
                .retrieve()
                .body(JsonNode.class));
    }

    private String realm() {
        return keycloak.baseUrl() + "/admin/realms/" + KeycloakServer.REALM;
    }

    private String token() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "password");
        form.add("client_id", "admin-cli");
        form.add("username", KeycloakServer.ADMIN);
        form.add("password", keycloak.adminPassword());
        JsonNode answer = http.post()
                .uri(URI.create(keycloak.baseUrl() + "/realms/master/protocol/openid-connect/token"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JsonNode.class);
        return "Bearer "
                + Objects.requireNonNull(answer).required("access_token").asString();
    }
}
