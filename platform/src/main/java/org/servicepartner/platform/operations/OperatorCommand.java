package org.servicepartner.platform.operations;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.messaging.DeadLetterReplay;
import org.servicepartner.platform.messaging.DeadLetterReplay.Letter;

/**
 * {@code java -jar job-service.jar rebuild job-view}: a process of the service that does one thing and ends. Who may start one has
 * the service's secrets, so no role and no open port is needed for it.
 */
final class OperatorCommand implements ApplicationRunner {
    private static final String ID = "id";
    private static final String SINCE = "since";

    private final ApplicationContext context;
    private final Projections projections;
    private final DeadLetterReplay deadLetters;
    private final Restoration restoration;
    private final PrintStream out;

    OperatorCommand(
            ApplicationContext context,
            Projections projections,
            DeadLetterReplay deadLetters,
            Restoration restoration,
            PrintStream out) {
        this.context = context;
        this.projections = projections;
        this.deadLetters = deadLetters;
        this.restoration = restoration;
        this.out = out;
    }

    /** @throws IllegalArgumentException if there is no such command, read model or topic */
    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.isEmpty()) {
            return;
        }
        List<String> names = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "rebuild" -> names.forEach(this::rebuild);
            case "dead-letters" -> topics(names).forEach(this::list);
            case "after-restore" -> restoration.run(since(arguments), out);
            case "replay" -> topics(names).forEach(topic -> replay(topic, arguments.getOptionValues(ID)));
            default ->
                throw new IllegalArgumentException(
                        "There is no command %s, only rebuild, dead-letters, replay and after-restore"
                                .formatted(words.getFirst()));
        }
        SpringApplication.exit(context);
    }

    private List<String> topics(List<String> names) {
        return names.isEmpty() ? deadLetters.topics() : names;
    }

    private void rebuild(String name) {
        long start = System.nanoTime();
        long events = projections.rebuild(name);
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
        out.printf(
                Locale.ROOT,
                "%s is made anew from %,d events in %.1f s, %,.0f a second.%n",
                name,
                events,
                seconds,
                events / Math.max(seconds, 0.001));
    }

    private static Instant since(ApplicationArguments arguments) {
        List<String> times = arguments.getOptionValues(SINCE);
        if (times == null || times.size() != 1) {
            throw new IllegalArgumentException("Since when? For example --since=2026-01-31T09:30:00Z");
        }
        return Instant.parse(times.getFirst());
    }

    private void list(String topic) {
        List<Letter> letters = deadLetters.letters(topic);
        out.printf("%s: %d dead letters%n", topic, letters.size());
        letters.forEach(letter -> out.println("  " + letter));
    }

    private void replay(String topic, List<String> ids) {
        List<Letter> letters = deadLetters.letters(topic).stream()
                .filter(letter -> ids == null || ids.contains(letter.id()))
                .filter(letter -> !letter.handled())
                .toList();
        out.printf("%s: %d dead letters to replay%n", topic, letters.size());
        for (Letter letter : letters) {
            out.println("  " + deadLetters.replay(letter));
        }
    }
}
