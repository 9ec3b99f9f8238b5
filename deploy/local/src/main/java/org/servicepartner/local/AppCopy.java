package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/** An application's jar, unpacked: it starts faster, and a build does not pull the jar away from under the running process. */
final class AppCopy {

    private AppCopy() {}

    static void requireBuilt(LocalStackOptions options) {
        for (App app : App.values()) {
            Path built = built(app, options);
            if (!Files.exists(built)) {
                throw new InfrastructureException("The " + app.module() + " is not built (" + built
                        + " is missing). Run ./mvnw -q -DskipTests package.");
            }
        }
    }

    /** The jar to start; unpacked anew if the build has made another one. */
    static Path of(App app, LocalStackOptions options) {
        Path built = built(app, options);
        Path directory = options.directory().resolve("apps").resolve(app.module());
        Path stamp = directory.resolve("built.txt");
        try {
            String version = Files.size(built) + " " + Files.getLastModifiedTime(built);
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(version)) {
                Directories.delete(directory);
                if (isSpringBoot(built)) {
                    unpack(app, built, directory, options);
                } else {
                    Files.copy(built, Directories.create(directory).resolve(built.getFileName()));
                }
                Files.writeString(stamp, version);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The " + app.module() + " could not be unpacked into " + directory, failure);
        }
        return directory.resolve(built.getFileName());
    }

    private static Path built(App app, LocalStackOptions options) {
        return options.project().resolve(app.module() + "/target/" + app.module() + ".jar");
    }

    private static boolean isSpringBoot(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry("BOOT-INF/") != null;
        }
    }

    private static void unpack(App app, Path built, Path directory, LocalStackOptions options) {
        ServerProcess tool = ServerProcess.start(
                "Unpacking " + app.module(),
                options.directory().resolve("logs/unpack-" + app.module() + ".log"),
                Map.of(),
                List.of(
                        ServerArtifacts.javaExecutable().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        built.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString()));
        if (tool.exitCode(Duration.ofSeconds(60)) != 0) {
            throw new InfrastructureException("The jar of the " + app.module()
                    + " could not be unpacked; run ./mvnw -q -DskipTests package. " + tool.lastWords());
        }
    }
}
