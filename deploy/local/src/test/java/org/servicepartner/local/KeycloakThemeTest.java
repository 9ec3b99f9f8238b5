package org.servicepartner.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeycloakThemeTest {

    private static final List<String> FILES =
            List.of("login/theme.properties", "login/resources/css/service-partner.css", "email/theme.properties");

    @TempDir
    Path directory;

    @Test
    void the_theme_is_written_afresh_beside_others() throws IOException {
        Files.createDirectories(directory.resolve("service-partner/login"));
        Files.writeString(directory.resolve("service-partner/login/old.ftl"), "");
        Files.writeString(directory.resolve("other"), "");

        KeycloakTheme.copyInto(directory);

        Path theme = directory.resolve(KeycloakTheme.NAME);
        assertThat(FILES).allSatisfy(file -> assertThat(theme.resolve(file)).isNotEmptyFile());
        assertThat(theme.resolve("login/old.ftl")).doesNotExist();
        assertThat(directory.resolve("other")).exists();
    }

    @Test
    void it_comes_out_of_a_jar_without_entries_for_folders_too() throws IOException {
        Path jar = directory.resolve("local.jar");
        pack(Path.of("target/classes"), jar);

        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            URL file = loader.getResource("org/servicepartner/local/themes/service-partner/login/theme.properties");
            KeycloakTheme.copy(file, directory.resolve("from-jar"));
        }

        assertThat(FILES)
                .allSatisfy(name ->
                        assertThat(directory.resolve("from-jar").resolve(name)).isNotEmptyFile());
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes.resolve("org/servicepartner/local/themes"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
                entries.closeEntry();
            }
        }
    }
}
