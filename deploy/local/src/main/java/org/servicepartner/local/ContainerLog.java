package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

import org.testcontainers.containers.output.OutputFrame;

/** The log of a server in a container, where the log of an embedded one would be. */
final class ContainerLog implements Consumer<OutputFrame> {

    private final Path file;

    ContainerLog(Path directory, String name) {
        this.file = Directories.create(directory).resolve(name + ".log");
        beginAnew();
    }

    /** Before the engine tells everything from the container's first start on. */
    void beginAnew() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void accept(OutputFrame said) {
        try {
            Files.writeString(file, said.getUtf8String(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
