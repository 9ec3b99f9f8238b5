package org.servicepartner.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.servicepartner.local.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's administrator, for what tests must change in the realm. */
final class KeycloakAdmin {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private KeycloakAdmin() {}

    /** To an address of the realm's administration. */
    static HttpRequest.Builder request(String address) {
        KeycloakServer keycloak = RunningGateway.keycloak();
        HttpRequest token = HttpRequest.newBuilder(
                        keycloak.baseUrl().resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=" + KeycloakServer.ADMIN
                        + "&password=" + keycloak.adminPassword()))
                .build();
        return HttpRequest.newBuilder(
                        URI.create(keycloak.baseUrl() + "/admin/realms/" + KeycloakServer.REALM + address))
                .header(
                        "Authorization",
                        "Bearer " + answer(token).get("access_token").asString())
                .header("Content-Type", "application/json");
    }

    /** @param seconds that the access tokens of this client last; an empty text for as long as the realm says */
    static void tokensOfClientLast(String clientId, String seconds) {
        ObjectNode client = (ObjectNode)
                answer(request("/clients?clientId=" + clientId).build()).get(0);
        client.withObject("/attributes").put("access.token.lifespan", seconds);
        answer(request("/clients/" + client.get("id").asString())
                .PUT(BodyPublishers.ofString(client.toString()))
                .build());
    }

    /** From now on nobody signs in as this person or goes on as such. */
    static void close(String email) {
        ObjectNode user = (ObjectNode)
                answer(request("/users?exact=true&email=" + email).build()).get(0);
        user.put("enabled", false);
        answer(request("/users/" + user.get("id").asString())
                .PUT(BodyPublishers.ofString(user.toString()))
                .build());
    }

    private static JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
