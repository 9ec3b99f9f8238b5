package org.servicepartner.local;

import java.nio.file.Path;

/**
 * How the local stack starts.
 *
 * @param project the root directory of the project, where the applications were built
 * @param keep whether the data stays in {@code .local/} for the next start with {@code keep}
 * @param ports 0 as offset for the ports of the README
 * @param hosting containers or embedded servers
 * @param progress told what each component does
 */
public record LocalStackOptions(Path project, boolean keep, LocalPorts ports, Hosting hosting, Progress progress) {

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
