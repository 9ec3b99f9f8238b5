package org.servicepartner.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.servicepartner.platform.testing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTest {
    private static final Set<String> MESSAGES = Set.of(
            "servicepartner.user.invited.v1",
            "servicepartner.user.invitation-revoked.v1",
            "servicepartner.user.erased.v1",
            "servicepartner.personal-data.erased.v1",
            "servicepartner.user.activated.v1",
            "servicepartner.user.renamed.v1",
            "servicepartner.user.role-changed.v1",
            "servicepartner.user.removed.v1",
            "servicepartner.partner.details-changed.v1",
            "servicepartner.partner.nda-signed.v1",
            "servicepartner.fleet-connection.requested.v1",
            "servicepartner.fleet-connection.accepted.v1",
            "servicepartner.fleet-connection.declined.v1",
            "servicepartner.fleet-connection.expired.v1",
            "servicepartner.fleet-connection.withdrawn.v1",
            "servicepartner.fleet-connection.deleted.v1");
    private static final Pattern MESSAGE = Pattern.compile("servicepartner\\.[a-z-]+\\.[a-z-]+\\.v\\d+");

    @Test
    void theContractsSayWhatTheCodeDoes() {
        Contracts.verify(MESSAGES);
    }

    @Test
    void theServiceCardNamesTheMessagesOfTheContract() throws IOException {
        String card = Files.readString(Path.of(System.getProperty("basedir", ""), "README.md"));
        assertThat(MESSAGE.matcher(card).results().map(MatchResult::group).collect(Collectors.toSet()))
                .isEqualTo(MESSAGES);
    }
}
