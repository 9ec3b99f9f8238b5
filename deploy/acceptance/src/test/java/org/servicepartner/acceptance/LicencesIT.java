package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.App;

import static org.assertj.core.api.Assertions.assertThat;

/** Every application lists what it ships, and ships nothing under a licence that is not allowed. */
@DisabledIfSystemProperty(named = "offline", matches = "true", disabledReason = "CycloneDX does nothing offline (-o)")
class LicencesIT {
    /** Free to use and pass on with code that stays closed; a library under LGPL or EPL is used unchanged and can be exchanged. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "GNU Lesser General Public License",
            "ISC",
            "Indiana University Extreme! Lab Software License",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "OFL-1.1",
            "Public Domain",
            "Python-2.0",
            "The (New) BSD License");

    private static final String OUR_OWN = "org.servicepartner";

    private static final String MADE_UP = """
        {"components":[{"name":"unknown"},{"name":"not-free","licenses":[{"license":{"name":"Ask us"}}]},
         {"name":"both","licenses":[{"expression":"MIT AND GPL-2.0-only"}]},
         {"name":"either","licenses":[{"expression":"(GPL-2.0-only OR MIT)"}]},
         {"name":"any","licenses":[{"license":{"id":"GPL-2.0-only"}},{"license":{"id":"MIT"}}]}]}\
        """;

    @ParameterizedTest
    @EnumSource
    void an_application_ships_only_what_it_may(App app) throws IOException {
        JsonNode bom = bom(app, "application");

        assertThat(bom.get("components").size()).isGreaterThan(50);
        assertThat(outsideOf(ALLOWED, bom)).isEmpty();
    }

    @Test
    void the_pages_ship_only_what_they_may() throws IOException {
        JsonNode bom = bom(App.GATEWAY, "portal");

        assertThat(bom.get("components").size()).isGreaterThan(10);
        assertThat(outsideOf(ALLOWED, bom)).isEmpty();
    }

    @Test
    void a_licence_that_is_not_allowed_is_found() throws IOException {
        assertThat(outsideOf(Set.of("Apache-2.0"), bom(App.GATEWAY, "application")))
                .containsEntry("postgresql", List.of("BSD-2-Clause"));
        assertThat(outsideOf(ALLOWED, JsonMapper.shared().readTree(MADE_UP)))
                .containsOnlyKeys("unknown", "not-free", "both");
    }

    /** Of several licences one may be chosen. */
    private static Map<String, List<String>> outsideOf(Set<String> allowed, JsonNode bom) {
        Map<String, List<String>> outside = new TreeMap<>();
        bom.get("components").forEach(component -> {
            List<String> licences = component
                    .path("licenses")
                    .valueStream()
                    .flatMap(LicencesIT::namesIn)
                    .toList();
            if (licences.stream().noneMatch(allowed::contains)
                    && !component.path("group").asString("").equals(OUR_OWN)) {
                outside.put(component.get("name").asString(), licences);
            }
        });
        return outside;
    }

    private static Stream<String> namesIn(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return choice.has("expression")
                ? Stream.of(choice.get("expression")
                        .asString()
                        .replaceAll("[()]", "")
                        .split(" OR "))
                : Stream.of(licence.path("id").asString(licence.path("name").asString("")));
    }

    private static JsonNode bom(App app, String name) throws IOException {
        Path jar = Path.of("../..", app.module(), "target", app.module() + ".jar");
        try (ZipFile archive = new ZipFile(jar.toFile())) {
            ZipEntry entry = archive.getEntry("META-INF/sbom/" + name + ".cdx.json");
            assertThat(entry).as("%s of %s", name, jar).isNotNull();
            try (InputStream content = archive.getInputStream(entry)) {
                return JsonMapper.shared().readTree(content);
            }
        }
    }
}
