package org.servicepartner.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the local stack starts.
 *
 * @param project the root directory of the project, where the applications were built
 * @param keep whether the data stays in {@code .local/} for the next start with {@code keep}
 * @param ports 0 as offset for the ports of the README
 * @param hosting containers or embedded servers
 * @param progress told what each component does
 * @param environment variables for every application, such as the address of a trace collector
 */
public record LocalStackOptions(
        Path project,
        boolean keep,
        LocalPorts ports,
        Hosting hosting,
        Progress progress,
        Map<String, String> environment) {
    public LocalStackOptions(Path project, boolean keep, LocalPorts ports, Hosting hosting, Progress progress) {
        this(project, keep, ports, hosting, progress, Map.of());
    }

    /** Temporary data on other ports than a developer's stack, silent. */
    public static LocalStackOptions forTests(Path project, int portOffset) {
        return new LocalStackOptions(
                project, false, new LocalPorts(portOffset), Hosting.fromSystemProperty(), Progress.SILENT);
    }

    /** Logs, copies of the applications, secrets and kept data. */
    Path directory() {
        Path local = project.toAbsolutePath().normalize().resolve(".local");
        return ports.offset() == 0 ? local : local.resolve("offset-" + ports.offset());
    }
}
