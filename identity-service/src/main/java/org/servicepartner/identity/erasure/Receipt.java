package org.servicepartner.identity.erasure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.servicepartner.identity.view.ErasureEntry;

/** What has been erased where, and what is kept and why. It names the user by the id alone. */
record Receipt(ErasureEntry erasure, List<String> confirmedBy, boolean logInGone) {
    private static final String KEYCLOAK = "keycloak";
    private static final String HERE = "identity-service";

    private static final String KEPT = """
            Kept, and why:
              - under the id alone: that there was this user, in which role, invited and removed when, and who did what to which job
                (the history of jobs and of access to vehicles must stay true)
              - signed NDAs: the PDF, the representative and the company (contracts, kept as long as the law demands)
              - what a team has given as its own: its name, its e-mail address (not a person's)
              - what people have written into free text about jobs (not searched)
            Ends by itself: messages in Kafka (7 days, the brokers' retention time), back-ups (30 days), Keycloak's log of log-ins (see the
            runbook), browser sessions (10 h). Not reached: dead letters, which are kept without end (see the runbook), and mailboxes.
            """;

    boolean isComplete() {
        return missing().isEmpty();
    }

    List<String> missing() {
        Stream<String> services =
                confirmedBy.stream().filter(service -> !erasure.confirmations().containsKey(service));
        return Stream.concat(services, logInGone ? Stream.empty() : Stream.of(KEYCLOAK))
                .toList();
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("Erasure %s of user %s".formatted(erasure.erasureId(), erasure.userId()));
        Map<String, Instant> confirmed = new TreeMap<>(erasure.confirmations());
        confirmed.put(HERE, erasure.erasedAt());
        confirmed.forEach((service, at) ->
                lines.add(line(service, at.truncatedTo(ChronoUnit.SECONDS).toString())));
        if (logInGone) {
            lines.add(line(KEYCLOAK, "has no log-in of this user"));
        }
        missing().forEach(name -> lines.add(line(name, "has not confirmed yet")));
        return String.join("\n", lines) + "\n" + KEPT;
    }

    private static String line(String name, String what) {
        return "  %-26s %s".formatted(name, what);
    }
}
