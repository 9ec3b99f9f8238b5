package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The TypeScript types of resources that have no Java type, in {@code tools/models.ts}; the compiler refuses what they do not have. */
final class TypeScriptModels {

    private static final Path TOOLS = Path.of("tools").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/typescript").toAbsolutePath();
    private static final Pattern COMPLAINT = Pattern.compile("(?m)^.*?manifest(\\d+)\\.ts\\S* (.*)$");

    private TypeScriptModels() {}

    /** What the types say against each of the manifests, by its place in the list. */
    static Map<Integer, List<String>> complaints(List<Manifest> manifests) {
        try {
            Files.createDirectories(FOLDER);
            for (int i = 0; i < manifests.size(); i++) {
                Files.writeString(
                        FOLDER.resolve("manifest" + i + ".ts"),
                        "import type { Models } from \"%s\";\nexport const manifest: Models[\"%s\"] = %s;\n"
                                .formatted(
                                        FOLDER.relativize(TOOLS.resolve("models")),
                                        manifests.get(i).type(),
                                        manifests.get(i).content().toPrettyString()));
            }
            Files.writeString(
                    FOLDER.resolve("tsconfig.json"),
                    "{\"extends\": \"%s\", \"files\": [%s]}"
                            .formatted(
                                    FOLDER.relativize(TOOLS.resolve("tsconfig.json")),
                                    IntStream.range(0, manifests.size())
                                            .mapToObj("\"manifest%d.ts\""::formatted)
                                            .collect(Collectors.joining(", "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Command.run(TOOLS + "/node_modules/.bin/tsc", "--project", FOLDER.toString());
            return Map.of();
        } catch (IllegalStateException refused) {
            Map<Integer, List<String>> complaints = COMPLAINT
                    .matcher(refused.getMessage())
                    .results()
                    .collect(Collectors.groupingBy(
                            complaint -> Integer.parseInt(complaint.group(1)),
                            Collectors.mapping(complaint -> complaint.group(2), Collectors.toList())));
            if (complaints.isEmpty()) {
                throw refused;
            }
            return complaints;
        }
    }
}
