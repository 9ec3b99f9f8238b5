package org.servicepartner.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.KeycloakServer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/** Creates accounts for those whom the benchmark invents. */
final class KeycloakAdmin {
    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakServer keycloak;

    KeycloakAdmin(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    /** How long the access tokens from now on are good. */
    void letTokensLive(Duration lifespan) {
        send(request("/admin/realms/" + KeycloakServer.REALM, "application/json")
                .header("Authorization", "Bearer " + token())
                .PUT(HttpRequest.BodyPublishers.ofString("{\"accessTokenLifespan\":" + lifespan.toSeconds() + "}"))
                .build());
    }

    void createAccounts(List<Technician> technicians) {
        String users = technicians.stream().map(KeycloakAdmin::account).collect(joining(","));
        send(request("/admin/realms/" + KeycloakServer.REALM + "/partialImport", "application/json")
                .header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.ofString("{\"ifResourceExists\":\"FAIL\",\"users\":[" + users + "]}"))
                .build());
    }

    private static String account(Technician technician) {
        return """
                {"username":"%1$s","email":"%1$s","emailVerified":true,"enabled":true,"firstName":"Bench","lastName":"Mark",
                 "attributes":{"partner_id":["%2$s"],"user_id":["%3$s"]},"realmRoles":["technician"],
                 "credentials":[{"type":"password","value":"%4$s","temporary":false}]}""".formatted(technician.email(), technician.partnerId(), technician.userId(), technician.password());
    }

    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=" + KeycloakServer.ADMIN + "&password="
                + URLEncoder.encode(keycloak.adminPassword(), UTF_8);
        String answer =
                send(request("/realms/master/protocol/openid-connect/token", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        return JsonMapper.shared().readTree(answer).required("access_token").asString();
    }

    private HttpRequest.Builder request(String path, String contentType) {
        return HttpRequest.newBuilder(URI.create(keycloak.baseUrl() + path)).header("Content-Type", contentType);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new BenchmarkException("Keycloak answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchmarkException("Keycloak does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }
}
