package org.servicepartner.job.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.DeadLetterReasons;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceCardTest {
    private static final Pattern MESSAGE =
            Pattern.compile("^\\| (in|out) \\| `([^`]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE);
    private static final Pattern DEAD_LETTERS = Pattern.compile("`(job-service\\.[^`]+\\.dlt)`");

    private final AsyncApi asyncApi = new AsyncApi();
    private final String card = card();

    private static String card() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new AssertionError("The service has no card", e);
        }
    }

    @Test
    void theCardListsTheMessagesOfTheContract() {
        Set<AsyncApi.Flow> listed = MESSAGE.matcher(card)
                .results()
                .map(row -> new AsyncApi.Flow(row.group(1), row.group(2), row.group(3)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).containsExactlyElementsOf(asyncApi.flows());
    }

    @Test
    void theCardNamesTheDeadLetterTopicsOfTheContract() {
        Set<String> named = DEAD_LETTERS
                .matcher(card)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).containsExactlyElementsOf(asyncApi.deadLetterTopics());
    }

    @Test
    void theCardAndTheContractNameTheReasonsOfDeadLetters() {
        DeadLetterReasons.verify();
    }
}
