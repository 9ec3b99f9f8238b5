package org.servicepartner.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command line of an application, with little memory and a quick start in mind. */
final class AppCommand {

    private AppCommand() {}

    /** With the archive of its classes, if it has been trained; the JVM's remarks about that are not for the log of an application. */
    static List<String> of(Path jar) {
        Path archive = classArchive(jar);
        return Files.exists(archive)
                ? command(jar, "-XX:SharedArchiveFile=" + archive, "-Xlog:aot*=off", "-Xlog:cds*=off")
                : command(jar);
    }

    /**
     * A run that ends when the application is put together, before it asks for any server, as in the build of its image. The JVM
     * leaves an archive of the classes that it has loaded.
     */
    static List<String> training(Path jar, Path settings, Path archive) {
        return command(
                jar,
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dspring.context.exit=onRefresh",
                "-Dspring.config.additional-location=" + settings);
    }

    static Path classArchive(Path jar) {
        return jar.resolveSibling("classes.jsa");
    }

    private static List<String> command(Path jar, String... more) {
        return Stream.of(
                        Stream.of(
                                ServerArtifacts.javaExecutable().toString(),
                                "-Xms48m",
                                "-Xmx192m",
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:ReservedCodeCacheSize=64m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"),
                        Stream.of(more),
                        Stream.of("-jar", jar.toString()))
                .flatMap(words -> words)
                .toList();
    }
}
