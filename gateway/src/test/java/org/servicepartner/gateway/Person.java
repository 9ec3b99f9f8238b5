package org.servicepartner.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody whose account belongs to one test alone, so that it may be changed. */
record Person(String email, String password) {

    static Person registered(Caller caller) {
        Person person = new Person(UUID.randomUUID() + "@alpine-fitters.example", "a-Passw0rd-of-my-own");
        HttpResponse<String> made = caller.send(KeycloakAdmin.request("/users")
                .POST(BodyPublishers.ofString("""
                        {"username":"%1$s","email":"%1$s","emailVerified":true,"enabled":true,
                        "firstName":"Paula","lastName":"Person","credentials":[{"type":"password","value":"%2$s"}]}""".formatted(person.email, person.password))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return person;
    }
}
