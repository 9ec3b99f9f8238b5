package org.servicepartner.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.servicepartner.local.App;

import static org.assertj.core.api.Assertions.assertThat;

/** The running system tells everybody what it promises. */
@ExtendWith(PlatformExtension.class)
class ContractsIT {
    private static final Pattern SCHEMA = Pattern.compile("schemas/[a-z0-9.-]+\\.json");

    private final Platform platform;

    ContractsIT(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GATEWAY")
    void each_service_serves_its_contracts_through_the_gateway(App service) throws Exception {
        String base = "/contracts/" + service.module();

        Answer openApi = get(base + "/openapi");
        assertThat(openApi.status()).isEqualTo(200);
        assertThat(openApi.text("openapi")).startsWith("3.");

        Answer asyncApi = get(base + "/asyncapi.yaml");
        assertThat(asyncApi.status()).isEqualTo(200);
        assertThat(asyncApi.body()).startsWith("asyncapi: 3.0.0");
        assertThat(SCHEMA.matcher(asyncApi.body()).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(schema -> {
                    assertThat(get(base + "/" + schema).json().has("$schema")).isTrue();
                    assertThat(get(base + "/" + schema.replace("schemas/", "examples/"))
                                    .status())
                            .isEqualTo(200);
                });
    }

    @Test
    void one_page_shows_all_of_them() throws Exception {
        Answer page = get("/contracts");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        for (App app : App.values()) {
            if (app != App.GATEWAY) {
                assertThat(page.body()).contains(app.module());
            }
        }
    }

    private Answer get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return Answer.of(http.send(
                    HttpRequest.newBuilder(platform.stack().url(App.GATEWAY).resolve(path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
    }
}
