package org.servicepartner.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm of production with the additions of the local stack. */
final class RealmFile {

    /** What names one element of a list in a realm file. */
    private static final List<String> NAMES = List.of("clientId", "username", "name");

    private static final JsonMapper JSON = JsonMapper.shared();

    private RealmFile() {}

    static void writeTo(Path file) {
        try {
            Files.writeString(file, merged().toPrettyString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ObjectNode merged() {
        ObjectNode realm = production();
        merge(realm, read("realm-local.json"));
        return realm;
    }

    static ObjectNode production() {
        return read("service-partner-realm.json");
    }

    /** Fields of objects are added or replaced; elements of lists are added, or merged into the one of the same name. */
    static void merge(ObjectNode base, ObjectNode additions) {
        additions.properties().forEach(field -> {
            JsonNode existing = base.get(field.getKey());
            if (existing instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merge(object, more);
            } else if (existing instanceof ArrayNode list && field.getValue() instanceof ArrayNode more) {
                more.forEach(element -> add(list, element));
            } else {
                base.set(field.getKey(), field.getValue());
            }
        });
    }

    private static void add(ArrayNode list, JsonNode element) {
        ObjectNode same = sameName(list, element);
        if (same != null && element instanceof ObjectNode additions) {
            merge(same, additions);
        } else {
            list.add(element);
        }
    }

    private static @Nullable ObjectNode sameName(ArrayNode list, JsonNode element) {
        for (JsonNode candidate : list) {
            for (String name : NAMES) {
                if (candidate instanceof ObjectNode object
                        && element.has(name)
                        && element.get(name).equals(object.get(name))) {
                    return object;
                }
            }
        }
        return null;
    }

    private static ObjectNode read(String resource) {
        try (InputStream stream = RealmFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new InfrastructureException("The resource " + resource + " is missing; rebuild deploy/local.");
            }
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
