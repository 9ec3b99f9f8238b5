package org.servicepartner.identity.integration.published;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.identity.integration.published.PublishedUserEvent.UserActivated;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRemoved;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRoleChanged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PublishedEventsTest {
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";
    private static final String TOM = "a0000000-0000-4000-8000-0000000000a2";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Arguments> published() {
        return List.of(
                arguments(
                        UserActivated.TYPE,
                        new UserActivated(
                                TOM, PARTNER, "tom@alpine-fitters.example.com", "Tom", "Tauern", "TECHNICIAN")),
                arguments(UserRoleChanged.TYPE, new UserRoleChanged(TOM, PARTNER, "ADMIN")),
                arguments(UserRemoved.TYPE, new UserRemoved(TOM, PARTNER)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsPublishedIsTheExampleOfTheContract(String type, PublishedUserEvent data) throws IOException {
        try (InputStream example = getClass().getResourceAsStream("/contracts/examples/" + type + ".json")) {
            assertThat(JSON.readTree(JSON.writeValueAsString(data))).isEqualTo(JSON.readTree(example));
        }
    }
}
