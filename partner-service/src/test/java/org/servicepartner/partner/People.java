package org.servicepartner.partner;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.Infrastructure;
import org.servicepartner.local.KeycloakServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Users in the real Keycloak that belong to partners made up by a test. */
final class People {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private People() {}

    record Person(String userId, String partnerId, String email, String token) {}

    static Person admin(String partnerId, String firstName, String lastName) {
        return register(partnerId, firstName, lastName, "partner-admin");
    }

    static Person technician(String partnerId) {
        return register(partnerId, "Tina", "Technician", "technician");
    }

    private static Person register(String partnerId, String firstName, String lastName, String role) {
        String userId = UUID.randomUUID().toString();
        String email = "u" + userId.substring(0, 8) + "@made-up.example";
        String users = base() + "/admin/realms/" + KeycloakServer.REALM;
        String location = send(
                        "POST",
                        users + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "firstName",
                                firstName,
                                "lastName",
                                lastName,
                                "attributes",
                                Map.of("partner_id", List.of(partnerId), "user_id", List.of(userId)),
                                "credentials",
                                List.of(Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        KeycloakServer.DEMO_PASSWORD,
                                        "temporary",
                                        false))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Object roleOfRealm =
                JSON.readValue(send("GET", users + "/roles/" + role, null).body(), Map.class);
        send("POST", location + "/role-mappings/realm", List.of(roleOfRealm));
        return new Person(
                userId,
                partnerId,
                email,
                Infrastructure.shared().keycloak().token(email, KeycloakServer.DEMO_PASSWORD));
    }

    private static URI base() {
        return Infrastructure.shared().keycloak().baseUrl();
    }

    private static String administratorsToken() {
        String form = "grant_type=password&client_id=admin-cli&username=" + KeycloakServer.ADMIN + "&password="
                + URLEncoder.encode(Infrastructure.shared().keycloak().adminPassword(), UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(exchange(request).body()).required("access_token").asString();
    }

    private static HttpResponse<String> send(String method, String uri, @Nullable Object body) {
        return exchange(HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + administratorsToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
