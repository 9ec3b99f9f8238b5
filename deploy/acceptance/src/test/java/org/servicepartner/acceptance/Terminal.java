package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Another terminal in the project's directory, in which a newcomer tries commands. */
final class Terminal {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private Terminal() {}

    /** Runs a command of {@code bash}, which must succeed, and returns what it has printed. */
    static String run(String command) {
        try {
            Process process = new ProcessBuilder("bash", "-c", command)
                    .directory(PROJECT.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
