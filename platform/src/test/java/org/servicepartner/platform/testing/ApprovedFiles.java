package org.servicepartner.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Compares what the code makes with what somebody approved. The approved files are under {@code src/test/resources/approved};
 * what differs from them is written to {@code target/received}. {@code -Dapprove=true} takes over what was received.
 */
public final class ApprovedFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path approved;
    private final Path received;
    private final boolean approving;

    /** The approved files of the module under test. */
    public ApprovedFiles() {
        this(module().resolve("src/test/resources/approved"), module().resolve("target/received"), approving());
    }

    ApprovedFiles(Path approved, Path received, boolean approving) {
        this.approved = approved;
        this.received = received;
        this.approving = approving;
    }

    /** The directory of the module under test. */
    static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    private static boolean approving() {
        return Boolean.getBoolean("approve");
    }

    /**
     * Compares JSON, indented but otherwise as it is: the order of members counts.
     *
     * @param name path below the directory of approved files, for example {@code events/job.assigned.v1.json}
     */
    public void verifyJson(String name, String json) {
        verifyText(name, JSON.writeValueAsString(JSON.readTree(json)) + "\n");
    }

    /**
     * Compares text line by line.
     *
     * @param name path below the directory of approved files
     */
    public void verifyText(String name, String text) {
        Path expected = approved.resolve(name);
        try {
            if (approving) {
                write(expected, text);
                return;
            }
            if (Files.exists(expected) && Files.readString(expected).equals(text)) {
                return;
            }
            Path actual = write(received.resolve(name), text);
            String advice =
                    "%s is not as approved. If %s is right, run the test again with -Dapprove=true and review the diff"
                            .formatted(expected, actual);
            if (!Files.exists(expected)) {
                fail(advice + ". There is no approved file yet; received:\n" + text);
            }
            assertThat(actual).as(advice).hasSameTextualContentAs(expected);
            fail(advice + ". They differ in line ends only");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of an approved file. */
    public String text(String name) {
        try {
            return Files.readString(approved.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the approved files in a directory below the directory of approved files; empty if it does not exist. */
    public Set<String> names(String directory) {
        Path inside = approved.resolve(directory);
        if (!Files.isDirectory(inside)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(inside)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
