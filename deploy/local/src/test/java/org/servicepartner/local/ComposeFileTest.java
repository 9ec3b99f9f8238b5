package org.servicepartner.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code deploy/docker} says to the applications is what they ask for; nothing of it needs Docker to be checked. */
class ComposeFileTest {

    private static final Path PROJECT = Path.of("../..");
    private static final Path COMPOSE_FILE = PROJECT.resolve("deploy/docker/compose.yaml");

    /** {@code ${NAME}} or {@code ${NAME:default}}, also within a default. */
    private static final Pattern ASKED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?=(?::([^}]*))?)");

    /** The mail catcher wants no log-in. */
    private static final Set<String> GOOD_EMPTY = Set.of("SMTP_USERNAME", "SMTP_PASSWORD");

    @ParameterizedTest
    @EnumSource(App.class)
    void an_application_is_given_exactly_the_variables_it_reads_and_needs(App app) throws IOException {
        assertThat(mistakes(app, environment(app))).isEmpty();
    }

    @Test
    void a_variable_that_is_missing_or_read_by_nobody_is_found() throws IOException {
        Map<String, Object> environment = new HashMap<>(environment(App.NOTIFICATION_SERVICE));
        environment.keySet().removeAll(Set.of("SMTP_HOST", "PORTAL_URL"));
        environment.put("SMTP_HOSTS", "mail");

        assertThat(mistakes(App.NOTIFICATION_SERVICE, environment))
                .containsExactlyInAnyOrder(
                        "notification-service needs SMTP_HOST",
                        "notification-service needs PORTAL_URL",
                        "notification-service does not read SMTP_HOSTS");
    }

    @ParameterizedTest
    @EnumSource(App.class)
    void an_application_listens_where_it_does_in_the_local_stack(App app) throws IOException {
        assertThat(service(app.module()).get("ports")).isEqualTo(List.of("127.0.0.1:" + app.port() + ":8080"));
    }

    @Test
    void no_container_may_write_into_its_image_or_gain_privileges() throws IOException {
        assertThat(services())
                .allSatisfy((name, service) -> assertThat(map(service))
                        .containsEntry("read_only", true)
                        .containsEntry("cap_drop", List.of("ALL"))
                        .containsEntry("security_opt", List.of("no-new-privileges:true"))
                        .containsKey("mem_limit"));
    }

    @Test
    void every_secret_of_the_compose_file_is_made_and_only_its_owner_reads_it(@TempDir Path project)
            throws IOException {
        Path made = ComposeFiles.writeInto(project);

        Properties secrets = properties(made.resolve("secrets.env"));
        Set<String> asked = Pattern.compile("\\$\\{([A-Z_]+):\\?}")
                .matcher(Files.readString(COMPOSE_FILE))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(secrets.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(secrets.values()).doesNotContain("").doesNotHaveDuplicates();
        assertThat(Files.getPosixFilePermissions(made)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(made).isDirectoryContaining("glob:**/document-signing.p12");
        assertThat(made.resolve("service-partner-realm.json")).content().contains("tom@alpine-fitters.example");
        assertThat(properties(ComposeFiles.writeInto(project).resolve("secrets.env")))
                .as("a second start goes on with the secrets of the first")
                .isEqualTo(secrets);
    }

    @Test
    void the_training_run_of_the_images_has_a_value_for_whatever_has_none() throws IOException {
        Set<String> needed = new TreeSet<>();
        for (App app : App.values()) {
            needed.addAll(names(configuration(app), ComposeFileTest::hasNoValue));
        }
        assertThat(properties(PROJECT.resolve("deploy/docker/training.properties"))
                        .stringPropertyNames())
                .containsAll(needed);
    }

    private static List<String> mistakes(App app, Map<String, Object> given) throws IOException {
        String sources = configuration(app) + code(app);
        Set<String> read = names(sources, any -> true);
        Set<String> needed = names(sources, ComposeFileTest::isNeeded);
        return Stream.concat(
                        needed.stream()
                                .filter(name -> !given.containsKey(name))
                                .map(name -> app.module() + " needs " + name),
                        given.keySet().stream()
                                .filter(name -> !read.contains(name))
                                .map(name -> app.module() + " does not read " + name))
                .toList();
    }

    /** This machine as a default does for a test, not among containers. */
    private static boolean isNeeded(MatchResult asked) {
        return hasNoValue(asked) || asked.group(2).contains("127.0.0.1");
    }

    private static boolean hasNoValue(MatchResult asked) {
        return asked.group(2) == null || (asked.group(2).isEmpty() && !GOOD_EMPTY.contains(asked.group(1)));
    }

    private static Set<String> names(String sources, Predicate<MatchResult> which) {
        return ASKED.matcher(sources)
                .results()
                .filter(which)
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String configuration(App app) throws IOException {
        String own = Files.readString(PROJECT.resolve(app.module() + "/src/main/resources/application.yaml"));
        return own.contains("classpath:platform.yaml")
                ? own + Files.readString(PROJECT.resolve("platform/src/main/resources/platform.yaml"))
                : own;
    }

    private static String code(App app) throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(PROJECT.resolve(app.module() + "/src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static Map<String, Object> environment(App app) throws IOException {
        return map(service(app.module()).get("environment"));
    }

    private static Map<String, Object> service(String name) throws IOException {
        return map(services().get(name));
    }

    private static Map<String, Object> services() throws IOException {
        Map<String, Object> file =
                map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(COMPOSE_FILE)));
        return map(file.get("services"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
