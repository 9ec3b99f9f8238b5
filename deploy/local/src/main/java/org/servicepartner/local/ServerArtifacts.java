package org.servicepartner.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where the build found the broker's jars and the Keycloak archive in the local Maven repository. */
final class ServerArtifacts {

    private static final String LIST = "class-path.txt";

    private ServerArtifacts() {}

    /** The class path of this module with the Kafka broker on it. */
    static String classPath() {
        return paths().stream()
                .filter(path -> path.endsWith(".jar"))
                .map(ServerArtifacts::existing)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The zip of the Keycloak distribution. */
    static Path keycloakArchive() {
        return paths().stream()
                .filter(path -> path.endsWith(".zip"))
                .map(ServerArtifacts::existing)
                .findFirst()
                .orElseThrow(() -> new InfrastructureException("The list " + LIST + " names no Keycloak archive."));
    }

    static Path javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static List<String> paths() {
        try (InputStream list = ServerArtifacts.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new InfrastructureException(
                        "The module deploy/local was not built whole. Run ./mvnw -q -pl deploy/local -DskipTests install.");
            }
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Arrays.asList(text.split(File.pathSeparator));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path existing(String path) {
        Path file = Path.of(path);
        if (!Files.exists(file)) {
            throw new InfrastructureException("The file " + path
                    + " is gone from the local Maven repository. Run ./mvnw -q -pl deploy/local -DskipTests install.");
        }
        return file;
    }
}
