package org.servicepartner.local;

import java.nio.file.Path;
import java.util.List;

/** The command line of an application, with little memory and a quick start in mind. */
final class AppCommand {

    private AppCommand() {}

    static List<String> of(Path jar) {
        return List.of(
                ServerArtifacts.javaExecutable().toString(),
                "-Xms48m",
                "-Xmx192m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString());
    }
}
