package org.servicepartner.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The machine's copy of Keycloak: unpacked, built, and with a database that has its tables already. It is made once per version; a
 * file lock keeps two JVMs from making it at once. Each instance has a home of its own with links to the copy.
 */
final class KeycloakCopy {

    /** Change it with anything that is done here: older checkouts keep their copy. */
    private static final String MADE_THIS_WAY = "-4";

    private static final String READY = "service-partner.ready";

    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers");
    private static final String THEMES = "themes";
    private static final String DATABASE = "data/h2";
    private static final String SECRETS = "data/admin.properties";
    private static final String ADMIN_PASSWORD = "admin-password";
    /** What the JVM keeps of the classes, so that the next one neither reads nor verifies them again. */
    private static final String CLASSES = "classes.jsa";

    private static final Object ONE_AT_A_TIME = new Object();

    private final Path directory;

    private KeycloakCopy(Path directory) {
        this.directory = directory;
    }

    static KeycloakCopy prepared(Path logs) {
        Path archive = ServerArtifacts.keycloakArchive();
        String name = "keycloak-" + archive.getParent().getFileName() + MADE_THIS_WAY;
        Path directory = Directories.cache().resolve(name);
        Path ready = directory.resolve(READY);
        Path lockFile = Directories.cache().resolve(name + ".lock");
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.exists(ready)) {
                    Directories.delete(directory);
                    unpack(archive, directory);
                    build(directory, logs);
                    new KeycloakCopy(directory).createDatabase(logs);
                    Files.createFile(ready);
                }
                return new KeycloakCopy(directory);
            } catch (IOException failure) {
                throw new UncheckedIOException("Keycloak could not be prepared in " + directory, failure);
            }
        }
    }

    /** Makes a home for one instance; a database that is there is kept. */
    void linkInto(Path home) {
        Directories.create(home);
        try {
            for (String name : SHARED) {
                Path link = home.resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, directory.resolve(name));
            }
            if (Files.isSymbolicLink(home.resolve(THEMES))) {
                Files.delete(home.resolve(THEMES));
            }
            KeycloakTheme.copyInto(home.resolve(THEMES));
            if (!Files.exists(home.resolve(DATABASE))) {
                copyDatabase(Directories.create(home.resolve(DATABASE)));
                Files.copy(directory.resolve(SECRETS), home.resolve(SECRETS));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The password of the administrator, who is in the database from its making. */
    static String adminPassword(Path home) {
        return new LocalSecrets(home.resolve(SECRETS)).get(ADMIN_PASSWORD);
    }

    List<String> startCommand(Path home, int port, List<String> more) {
        return startCommand("-XX:SharedArchiveFile", home, port, more);
    }

    private List<String> startCommand(String classes, Path home, int port, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                ServerArtifacts.javaExecutable().toString(),
                "-Xms64m",
                "-Xmx400m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                classes + "=" + directory.resolve(CLASSES),
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-cp",
                directory.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Ports.HOST,
                "--http-port=" + port));
        command.addAll(more);
        return command;
    }

    /** Tables and the master realm take Keycloak longer than all the rest of its start. At its end the JVM keeps the classes. */
    private void createDatabase(Path logs) {
        int port = Ports.claim(0, "Keycloak");
        URI master = URI.create("http://" + Ports.HOST + ":" + port + "/realms/master");
        ServerProcess first = ServerProcess.start(
                "Keycloak's first start",
                logs.resolve("keycloak-first.log"),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        KeycloakServer.ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        adminPassword(directory)),
                startCommand("-XX:ArchiveClassesAtExit", directory, port, List.of("--hostname-strict=false")));
        try {
            first.awaitReady(Duration.ofMinutes(3), () -> Http.answersOk(master));
        } finally {
            first.close(Duration.ofMinutes(1));
        }
    }

    private void copyDatabase(Path target) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(DATABASE))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void unpack(Path archive, Path directory) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = Path.of(entry.getName()).normalize();
                if (entry.isDirectory() || path.getNameCount() < 2) {
                    continue;
                }
                Path target =
                        directory.resolve(path.subpath(1, path.getNameCount())).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("The archive " + archive + " has an entry outside of it: " + path);
                }
                Files.createDirectories(target.getParent());
                Files.copy(zip, target);
            }
        }
    }

    private static void build(Path directory, Path logs) {
        ServerProcess build = ServerProcess.start(
                "Keycloak's build",
                logs.resolve("keycloak-build.log"),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                List.of("bash", directory.resolve("bin/kc.sh").toString(), "build", "--db=dev-file"));
        if (build.exitCode(Duration.ofMinutes(5)) != 0) {
            throw new InfrastructureException("Keycloak could not be built. " + build.lastWords());
        }
    }
}
