package org.servicepartner.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the reasons that a service's card and AsyncAPI give for its dead letters with those that its code gives them. */
public final class DeadLetterReasons {
    private static final Pattern IN_CODE =
            Pattern.compile("new (?:MessageRejectedException|DeadLetter)\\((?:\\s*[\\w.]+,)?\\s*\"([A-Z_]+)\"");
    private static final Pattern TABLE = Pattern.compile("\\| `?dlt-reason`? \\|.*\\R\\|[-|]+\\R((?:\\|.*\\R)+)");
    private static final Pattern FIRST_COLUMN = Pattern.compile("^\\|([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile("[A-Z]+(?:_[A-Z]+)*");

    private DeadLetterReasons() {}

    /** Verifies {@code README.md}, which lists them in a table that begins with {@code dlt-reason}, and the AsyncAPI. */
    public static void verify() {
        Path module = ApprovedFiles.module();
        Set<String> reasons = inCode(module.resolve("../platform/src/main/java"));
        reasons.addAll(inCode(module.resolve("src/main/java")));

        assertThat(onCard(text(module.resolve("README.md"))))
                .as("reasons of dead letters on the service card")
                .isEqualTo(reasons);
        String contract = text(module.resolve("src/main/resources/contracts/asyncapi.yaml"));
        assertThat(reasons)
                .as("reasons of dead letters in the AsyncAPI")
                .allSatisfy(reason -> assertThat(contract).containsPattern("\\b" + reason + "\\b"));
    }

    private static Set<String> onCard(String card) {
        return TABLE.matcher(card)
                .results()
                .flatMap(table -> FIRST_COLUMN.matcher(table.group(1)).results())
                .flatMap(cell -> REASON.matcher(cell.group(1)).results())
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inCode(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> IN_CODE.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
