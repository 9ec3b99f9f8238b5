package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that runs to its end. */
final class Command {

    private Command() {}

    /**
     * Returns what it printed.
     *
     * @throws IllegalStateException with what it complained about, if it fails
     */
    static String run(String... command) {
        try {
            Path complaints = Files.createTempFile("complaints", ".txt");
            try {
                Process process = new ProcessBuilder(List.of(command))
                        .redirectError(complaints.toFile())
                        .start();
                String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(
                            "%s: %s%s".formatted(String.join(" ", command), printed, Files.readString(complaints)));
                }
                return printed;
            } finally {
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
