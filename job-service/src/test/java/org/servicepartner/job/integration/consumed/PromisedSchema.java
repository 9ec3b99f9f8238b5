package org.servicepartner.job.integration.consumed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** What the contract says of a message, to be compared with what the code does. */
final class PromisedSchema {
    private static final Path SCHEMAS = Path.of("src/main/resources/contracts/schemas");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(all()));

    private final Schema schema;

    PromisedSchema(String messageType) {
        schema = REGISTRY.getSchema(SchemaLocation.of(location(SCHEMAS.resolve(messageType + ".json"))));
    }

    List<Error> mistakes(String data) {
        return schema.validate(
                data,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Map<String, String> all() {
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(PromisedSchema::location, PromisedSchema::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String location(Path file) {
        return file.toUri().toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
