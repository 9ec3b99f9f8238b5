package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** One stack of stand-in applications with kept data for all tests of this module, because Keycloak takes long to start. */
final class SharedStack {

    /** Away from a developer's stack, and below the ports that the operating system hands out by itself. */
    static final LocalPorts PORTS = LocalPorts.firstFree(4_000);

    private static final List<String> TOLD = new CopyOnWriteArrayList<>();
    private static @Nullable LocalStackOptions options;
    private static @Nullable LocalStack current;

    private SharedStack() {}

    static synchronized LocalStack get() {
        if (current == null) {
            current = LocalStack.start(options());
        }
        return current;
    }

    /** The next {@link #get} starts it again with the data it left. */
    static synchronized void stop() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /** What the shared stack told while it started and ran. */
    static List<String> told() {
        return TOLD;
    }

    /** Where the shared stack keeps its data. */
    static Path project() {
        return options().project();
    }

    private static synchronized LocalStackOptions options() {
        if (options == null) {
            try {
                Path project = StandInProject.in(Files.createTempDirectory("service-partner-stack-"));
                options = new LocalStackOptions(project, true, PORTS, Hosting.EMBEDDED, new Recorder(TOLD));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    stop();
                    Directories.delete(project);
                }));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return options;
    }

    /** See {@link LocalStackOptions#keep}. */
    static Path data() {
        return options().directory().resolve("data");
    }

    static List<Integer> portsInUse(LocalPorts ports) {
        IntStream apps = Arrays.stream(App.values()).mapToInt(ports::of);
        IntStream servers =
                IntStream.of(ports.postgres(), ports.kafka(), ports.keycloak(), ports.smtp(), ports.mailPage());
        return IntStream.concat(apps, servers)
                .filter(port -> !Ports.isFree(port))
                .boxed()
                .toList();
    }
}
