package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories of the servers: the cache of prepared copies, and removal of temporary data. */
final class Directories {

    private Directories() {}

    /** {@code $XDG_CACHE_HOME/service-partner}, by default under {@code ~/.cache}. */
    static Path cache() {
        String base = System.getenv("XDG_CACHE_HOME");
        Path caches =
                base == null || base.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
        return create(caches.resolve("service-partner"));
    }

    static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("The directory " + directory + " could not be made.", failure);
        }
    }

    /** Removes a directory with all in it; links are removed, not followed. */
    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | UncheckedIOException vanishing) {
            return;
        }
        deepestFirst.forEach(path -> path.toFile().delete());
    }
}
