package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

import static org.servicepartner.kubernetes.Manifests.elements;

/**
 * An application as its sources describe it.
 *
 * @param settings of its {@code application.yaml}, with those of the platform if it stands on it
 * @param card its {@code README.md}
 * @param contract its AsyncAPI document; missing for the gateway
 */
record Application(String name, Properties settings, String card, JsonNode contract) {

    private static final Path PROJECT = Path.of("../..");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
    private static final Set<String> SPRING_BOOT = springBoot();

    static final List<Application> ALL = all();

    static Application named(String name) {
        return ALL.stream()
                .filter(application -> application.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The environment variables that its settings name. */
    Set<String> variables() {
        return settings.values().stream()
                .flatMap(value -> PLACEHOLDER.matcher(value.toString()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Whether the environment variable is one that its settings name, a property of Spring Boot, or one of OpenTelemetry that its card names. */
    boolean reads(String variable) {
        return variables().contains(variable)
                || SPRING_BOOT.contains(variable)
                || variable.startsWith("OTEL_") && card.contains("`" + variable + "`");
    }

    String setting(String name, String otherwise) {
        return settings.getProperty(name, otherwise);
    }

    /** How long a phase of its shutdown may take. */
    Duration shutdownPhase() {
        return DurationStyle.detectAndParse(setting("spring.lifecycle.timeout-per-shutdown-phase", "30s"));
    }

    boolean isService() {
        return !contract.isMissingNode();
    }

    /** The topics it sends to. */
    Set<String> published() {
        return channels("send").map(Application::address).collect(Collectors.toSet());
    }

    /** Those of them that keep the last message of each key. */
    Set<String> compacted() {
        return channels("send")
                .filter(channel -> channel.at("/bindings/kafka/topicConfiguration/cleanup.policy")
                        .toString()
                        .contains("compact"))
                .map(Application::address)
                .collect(Collectors.toSet());
    }

    /** The topics it receives from. */
    Set<String> consumed() {
        return channels("receive").map(Application::address).collect(Collectors.toSet());
    }

    Set<String> deadLetters() {
        return consumed().stream().map(topic -> name + "." + topic + ".dlt").collect(Collectors.toSet());
    }

    /** As what it receives. */
    Set<String> consumerGroups() {
        return settings.stringPropertyNames().stream()
                .filter(setting -> setting.matches("spring\\.cloud\\.stream\\.bindings\\..*\\.group"))
                .map(settings::getProperty)
                .collect(Collectors.toSet());
    }

    private Stream<JsonNode> channels(String action) {
        return elements(contract.path("operations"))
                .filter(operation -> operation.path("action").asText().equals(action))
                .map(operation -> operation.at("/channel/$ref").asText().substring("#".length()))
                .map(contract::at);
    }

    private static String address(JsonNode channel) {
        return channel.path("address").asText();
    }

    private static List<Application> all() {
        try (Stream<Path> folders = Files.list(PROJECT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("src/main/resources/application.yaml")))
                    .sorted()
                    .map(Application::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Application in(Path folder) {
        Path resources = folder.resolve("src/main/resources");
        Path contract = resources.resolve("contracts/asyncapi.yaml");
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        FileSystemResource own = new FileSystemResource(resources.resolve("application.yaml"));
        try {
            if (Files.readString(own.getFile().toPath()).contains("classpath:platform.yaml")) {
                settings.setResources(new ClassPathResource("platform.yaml"), own);
            } else {
                settings.setResources(own);
            }
            settings.afterPropertiesSet();
            return new Application(
                    folder.getFileName().toString(),
                    Objects.requireNonNull(settings.getObject()),
                    Files.readString(folder.resolve("README.md")),
                    Files.exists(contract) ? Manifests.YAML.readTree(contract.toFile()) : MissingNode.getInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spring Boot's properties as environment variables, which it tells in the metadata of its jars. */
    private static Set<String> springBoot() {
        Set<String> variables = new HashSet<>();
        try {
            for (URL metadata : Collections.list(
                    Application.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream content = metadata.openStream()) {
                    elements(Manifests.JSON.readTree(content).path("properties"))
                            .map(property -> property.path("name").asText())
                            .map(name -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                            .forEach(variables::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }

    @Override
    public String toString() {
        return name;
    }
}
