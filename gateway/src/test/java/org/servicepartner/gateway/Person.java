package org.servicepartner.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;

import org.servicepartner.local.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.gateway.Caller.json;

/** Somebody whose account belongs to one test alone, so that it may be changed. */
record Person(String email, String password) {

    static Person registered(Caller caller) {
        Person person = new Person(UUID.randomUUID() + "@alpine-fitters.example", "a-Passw0rd-of-my-own");
        KeycloakServer keycloak = RunningGateway.keycloak();
        HttpResponse<String> token = caller.send(
                HttpRequest.newBuilder(keycloak.baseUrl().resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                                + KeycloakServer.ADMIN + "&password=" + keycloak.adminPassword())));
        URI users = keycloak.baseUrl().resolve("/admin/realms/" + KeycloakServer.REALM + "/users");
        HttpResponse<String> made = caller.send(HttpRequest.newBuilder(users)
                .header(
                        "Authorization",
                        "Bearer " + json(token).get("access_token").asString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"username":"%1$s","email":"%1$s","emailVerified":true,"enabled":true,
                        "firstName":"Paula","lastName":"Person","credentials":[{"type":"password","value":"%2$s"}]}""".formatted(person.email, person.password))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return person;
    }
}
