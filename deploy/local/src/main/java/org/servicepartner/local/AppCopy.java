package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
            // The JDK is the one that the classes were archived for.
            String version = "%d %s %s"
                    .formatted(Files.size(built), Files.getLastModifiedTime(built), ServerArtifacts.javaExecutable());
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

    /**
     * Starts the copy once without any server, as the build of the image does, unless that was done: what the JVM keeps of it halves
     * the processor time of every start.
     */
    static void train(App app, LocalStackOptions options) {
        Path jar = of(app, options);
        Path archive = AppCommand.classArchive(jar);
        if (Files.exists(archive)) {
            return;
        }
        // The settings of the training name a key that the image's build makes at its own place.
        String password = LocalSecrets.random();
        Path unfinished = jar.resolveSibling("unfinished.jsa");
        ServerProcess training = ServerProcess.start(
                "The training of " + app.module(),
                options.directory().resolve("logs/train-" + app.module() + ".log"),
                Map.of(
                        "NDA_SIGNING_KEY_STORE",
                        SigningKeyStore.ensure(jar.resolveSibling("training.p12"), password)
                                .toString(),
                        "NDA_SIGNING_KEY_STORE_PASSWORD",
                        password,
                        "NDA_SIGNING_KEY_ALIAS",
                        SigningKeyStore.ALIAS),
                AppCommand.training(jar, options.project().resolve("deploy/docker/training.properties"), unfinished));
        if (training.exitCode(Duration.ofMinutes(2)) != 0) {
            throw new InfrastructureException(
                    "The %s could not be put together without a server, so its image could not be built. %s"
                            .formatted(app.module(), training.lastWords()));
        }
        try {
            Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The training of " + app.module() + " left no archive of classes.", failure);
        }
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
