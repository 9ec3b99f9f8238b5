package org.servicepartner.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.asyncapi.v3._0_0.model.AsyncAPI;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Verifies what a service promises: {@code contracts/asyncapi.yaml} against the official schema of AsyncAPI 3.0.0 and through an
 * AsyncAPI parser, {@code contracts/schemas/<message>.json} as JSON Schema 2020-12, {@code contracts/examples/<message>.json}
 * against its schema, and all of it against the messages that the code sends and receives. Parts that several schemas share are
 * in {@code contracts/schemas/common} and have no example. A further example of a message is {@code <message>--<what>.json}.
 */
public final class Contracts {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Schema ASYNCAPI = asyncApiSchema();

    /** The validator's own format refuses the top-level domain that is reserved for examples (RFC 2606). */
    private static final Dialect MESSAGES = Dialect.builder(Dialects.getDraft202012())
            .format(PatternFormat.of("email", "^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$", "format.email"))
            .build();

    private final Path directory;
    private final List<String> mistakes = new ArrayList<>();

    private Contracts(Path directory) {
        this.directory = directory;
    }

    /**
     * Verifies the contracts of the module under test.
     *
     * @param messages types of all messages the service publishes and consumes; exactly those must be documented
     * @throws AssertionError that tells every mistake
     */
    public static void verify(Set<String> messages) {
        verify(ApprovedFiles.module().resolve("src/main/resources/contracts"), messages);
    }

    /** Verifies the contracts in a directory. */
    public static void verify(Path directory, Set<String> messages) {
        Contracts contracts = new Contracts(directory);
        contracts.check(messages);
        if (!contracts.mistakes.isEmpty()) {
            throw new AssertionError(
                    "The contracts in " + directory + " are not right:\n- " + String.join("\n- ", contracts.mistakes));
        }
    }

    private void check(Set<String> messages) {
        Map<String, Schema> schemas = schemas();
        checkExamples(schemas);
        Set<String> documented = checkDocument();
        compare("asyncapi.yaml", documented, messages);
        compare("schemas/", schemas.keySet(), messages);
    }

    private void compare(String where, Set<String> documented, Set<String> messages) {
        minus(messages, documented)
                .forEach(name -> mistakes.add(where + " says nothing of " + name + ", which the code knows"));
        minus(documented, messages)
                .forEach(name -> mistakes.add(where + " has " + name + ", which the code does not know"));
    }

    private Set<String> checkDocument() {
        String text = read("asyncapi.yaml");
        JsonNode document;
        try {
            document = YAML.readTree(text);
        } catch (JacksonException e) {
            mistakes.add("asyncapi.yaml is not YAML: " + e.getOriginalMessage());
            return Set.of();
        }
        ASYNCAPI.validate(document)
                .forEach(error ->
                        mistakes.add("asyncapi.yaml at " + error.getInstanceLocation() + ": " + error.getMessage()));
        checkReferences("asyncapi.yaml", document, document);
        parse(text);
        return messagesOf(document);
    }

    /** Reads the document with a parser that knows the whole model, as the tools of others do. */
    private void parse(String text) {
        try {
            AsyncAPI model = new ObjectMapper(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text, AsyncAPI.class);
            if (model.getChannels() == null || model.getOperations() == null) {
                mistakes.add("asyncapi.yaml has no channels or no operations that a parser understands");
            }
        } catch (IOException e) {
            mistakes.add("asyncapi.yaml cannot be parsed: " + e.getMessage());
        }
    }

    private Set<String> messagesOf(JsonNode document) {
        Set<String> names = new TreeSet<>();
        document.path("components").path("messages").properties().forEach(message -> {
            addMessage(message.getKey(), message.getValue(), names);
        });
        document.path("channels")
                .values()
                .forEach(channel -> channel.path("messages").properties().forEach(message -> {
                    if (!message.getValue().has("$ref")) {
                        addMessage(message.getKey(), message.getValue(), names);
                    }
                }));
        checkThatMessagesAreOnAChannel(document, names);
        return names;
    }

    private void addMessage(String key, JsonNode message, Set<String> names) {
        String name = message.path("name").asString(key);
        names.add(name);
        String payload = message.path("payload").path("$ref").asString("");
        if (payload.isEmpty()) {
            payload = message.path("payload").path("schema").path("$ref").asString("");
        }
        if (!payload.replaceFirst("^\\./", "").equals("schemas/" + name + ".json")) {
            mistakes.add("asyncapi.yaml: the payload of " + name + " must be $ref: schemas/" + name + ".json");
        }
    }

    private void checkThatMessagesAreOnAChannel(JsonNode document, Set<String> names) {
        Set<String> onChannels = new TreeSet<>();
        document.path("channels")
                .values()
                .forEach(channel -> channel.path("messages").properties().forEach(message -> {
                    JsonNode resolved =
                            resolve(document, message.getValue().path("$ref").asString(""));
                    onChannels.add((resolved.isMissingNode() ? message.getValue() : resolved)
                            .path("name")
                            .asString(lastPart(message.getValue().path("$ref").asString(message.getKey()))));
                }));
        minus(names, onChannels).forEach(name -> mistakes.add("asyncapi.yaml: " + name + " is on no channel"));
    }

    private static String lastPart(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static JsonNode resolve(JsonNode document, String reference) {
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : document.path("no such member");
    }

    private void checkReferences(String file, JsonNode root, JsonNode node) {
        if (node.isObject() && node.path("$ref").isString()) {
            checkReference(file, root, node.path("$ref").asString());
        }
        node.values().forEach(child -> checkReferences(file, root, child));
    }

    private void checkReference(String file, JsonNode root, String reference) {
        if (reference.startsWith("#")) {
            if (!reference.equals("#") && root.at(reference.substring(1)).isMissingNode()) {
                mistakes.add(file + " refers to " + reference + ", which is not there");
            }
            return;
        }
        String[] parts = reference.split("#", 2);
        Path target = directory.resolve(file).resolveSibling(parts[0]).normalize();
        if (!Files.isRegularFile(target)) {
            mistakes.add(file + " refers to " + reference + ", which is not there");
        } else if (parts.length == 2 && !parts[1].isEmpty()) {
            JsonNode other = JSON.readTree(text(target));
            if (other.at(parts[1]).isMissingNode()) {
                mistakes.add(file + " refers to " + reference + ", which is not there");
            }
        }
    }

    private Map<String, Schema> schemas() {
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(MESSAGES, builder -> builder.schemas(schemasByLocation()));
        Schema metaSchema = registry.getSchema(SchemaLocation.of(DIALECT));
        Map<String, Schema> schemas = new TreeMap<>();
        files("schemas/common").forEach(file -> checkSchema("schemas/common/" + file, metaSchema));
        files("schemas").forEach(file -> {
            if (checkSchema("schemas/" + file, metaSchema)) {
                schemas.put(withoutExtension(file), registry.getSchema(SchemaLocation.of(location("schemas/" + file))));
            }
        });
        return schemas;
    }

    private Map<String, String> schemasByLocation() {
        Map<String, String> byLocation = new TreeMap<>();
        for (String subdirectory : List.of("schemas", "schemas/common")) {
            for (String name : files(subdirectory)) {
                String file = subdirectory + "/" + name;
                byLocation.put(location(file), read(file));
            }
        }
        return byLocation;
    }

    private String location(String file) {
        return directory.resolve(file).toUri().toString();
    }

    private boolean checkSchema(String file, Schema metaSchema) {
        int before = mistakes.size();
        try {
            JsonNode schema = JSON.readTree(read(file));
            if (!schema.path("$schema").asString("").equals(DIALECT)) {
                mistakes.add(file + " must say \"$schema\": \"" + DIALECT + "\"");
            }
            if (schema.has("$id")) {
                mistakes.add(file + " has an $id; a schema is known by its file name here");
            }
            metaSchema
                    .validate(schema)
                    .forEach(error ->
                            mistakes.add(file + " at " + error.getInstanceLocation() + ": " + error.getMessage()));
            checkReferences(file, schema, schema);
        } catch (JacksonException e) {
            mistakes.add(file + " is not JSON: " + e.getOriginalMessage());
        }
        return mistakes.size() == before;
    }

    private void checkExamples(Map<String, Schema> schemas) {
        Set<String> withExample = new TreeSet<>();
        for (String file : files("examples")) {
            String name = withoutExtension(file).replaceFirst("--.*", "");
            withExample.add(name);
            Schema schema = schemas.get(name);
            if (schema == null) {
                mistakes.add("examples/" + file + " has no valid schema schemas/" + name + ".json");
                continue;
            }
            try {
                schema.validate(
                                read("examples/" + file),
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                        .forEach(error -> mistakes.add(
                                "examples/" + file + " at " + error.getInstanceLocation() + ": " + error.getMessage()));
            } catch (JacksonException | SchemaException e) {
                mistakes.add("examples/" + file + " cannot be validated: " + e.getMessage());
            }
        }
        minus(schemas.keySet(), withExample)
                .forEach(name -> mistakes.add("schemas/" + name + ".json has no example examples/" + name + ".json"));
    }

    private List<String> files(String subdirectory) {
        Path inside = directory.resolve(subdirectory);
        if (!Files.isDirectory(inside)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inside)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        return text(directory.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutExtension(String file) {
        return file.replaceFirst("\\.json$", "");
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Schema asyncApiSchema() {
        try (InputStream schema = Contracts.class.getResourceAsStream("asyncapi-3.0.0.schema.json")) {
            return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
