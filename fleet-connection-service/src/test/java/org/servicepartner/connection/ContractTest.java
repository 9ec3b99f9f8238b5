package org.servicepartner.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.Contracts;
import org.servicepartner.platform.testing.DeadLetterReasons;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTest {
    private static final Pattern MESSAGE =
            Pattern.compile("`((?:fleetcontrol|servicepartner)\\.[a-z-]+\\.[a-z-]+\\.v\\d+)`");

    @Test
    void theAsyncApiHasTheMessagesOfTheCode() {
        Contracts.verify(Messages.all());
    }

    @Test
    void theServiceCardHasTheMessagesOfTheAsyncApi() throws IOException {
        Set<String> onTheCard = MESSAGE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(onTheCard).isEqualTo(Messages.all());
    }

    @Test
    void theServiceCardAndTheAsyncApiNameTheReasonsOfDeadLetters() {
        DeadLetterReasons.verify();
    }
}
