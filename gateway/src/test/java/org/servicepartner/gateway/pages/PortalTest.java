package org.servicepartner.gateway.pages;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that was built without the portal says what is missing and how to get it. */
class PortalTest {

    private final RestTestClient client = RestTestClient.bindToRouterFunction(
                    new Portal(new ClassPathResource("nowhere/index.html")).portalViews())
            .build();

    @Test
    void withoutItsPagesThePortalSaysHowToBuildThem() {
        for (String address : Portal.ADDRESSES) {
            client.get()
                    .uri(address.replace("{id}", "17"))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectBody(String.class)
                    .value(page -> assertThat(page)
                            .contains("./mvnw -pl gateway -am package", "Das Portal fehlt")
                            .contains("<title>The portal is missing</title>"));
        }
    }
}
