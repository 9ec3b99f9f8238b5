package org.servicepartner.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every decision names tests that hold it, and these are there. */
class DecisionsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Properties|IT))(?:\\.(\\w+))?`");
    private static final Pattern METHOD = Pattern.compile("`([a-z]+(?:[A-Z]|_[a-z])\\w*)`");
    private static final Map<String, String> TESTS = new HashMap<>();

    @BeforeAll
    static void readTests() throws IOException {
        for (Path tests : testDirectories()) {
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    TESTS.merge(name, Files.readString(file), String::concat);
                }
            }
        }
    }

    private static List<Path> testDirectories() throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT);
                Stream<Path> deploy = Files.list(PROJECT.resolve("deploy"))) {
            return Stream.concat(modules, deploy)
                    .map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    static Stream<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("docs/adr"))) {
            return files
                    .filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void whatADecisionIsCheckedByExists(Path decision) throws IOException {
        String checkedBy = Files.readString(decision).split("## Checked by")[1];
        List<MatchResult> named = TEST.matcher(checkedBy).results().toList();
        StringBuilder sources = new StringBuilder();
        for (MatchResult test : named) {
            String source = TESTS.get(test.group(1));
            assertThat(source).as(test.group(1)).isNotNull();
            if (test.group(2) != null) {
                assertThat(source).as(test.group()).contains("void " + test.group(2) + "(");
            }
            sources.append(source);
        }
        assertThat(METHOD.matcher(checkedBy).results().map(method -> method.group(1)))
                .allSatisfy(method -> assertThat(sources).contains("void " + method + "("));
    }
}
