package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What makes Keycloak's pages and mails look like the portal; it comes with this library, like the realm. */
final class KeycloakTheme {

    static final String NAME = "service-partner";

    /** A file of the theme, by which its folder is found: not every jar has entries for folders. */
    private static final String ONE_FILE = "themes/" + NAME + "/login/theme.properties";

    private KeycloakTheme() {}

    /** Writes the theme into a folder of themes; what was there of it before goes. */
    static void copyInto(Path themes) {
        Path target = themes.resolve(NAME);
        Directories.delete(target);
        Directories.create(themes);
        URL file = KeycloakTheme.class.getResource(ONE_FILE);
        if (file == null) {
            throw new InfrastructureException("The resource " + ONE_FILE + " is missing; rebuild deploy/local.");
        }
        copy(file, target);
    }

    static void copy(URL oneFile, Path target) {
        try {
            if (oneFile.openConnection() instanceof JarURLConnection jar) {
                try (FileSystem content =
                        FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                    copy(themeOf(content.getPath(jar.getEntryName())), target);
                }
            } else {
                copy(themeOf(Path.of(oneFile.toURI())), target);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The theme could not be written to " + target, failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path themeOf(Path oneFile) {
        return oneFile.getParent().getParent();
    }

    private static void copy(Path theme, Path target) throws IOException {
        List<Path> parentsFirst;
        try (Stream<Path> all = Files.walk(theme)) {
            parentsFirst = all.toList();
        }
        for (Path each : parentsFirst) {
            Path copied = target.resolve(theme.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(copied);
            } else {
                Files.copy(each, copied);
            }
        }
    }
}
