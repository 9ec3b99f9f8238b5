package org.servicepartner.platform.operations;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    private static final List<String> COMMANDS = List.of("rebuild", "dead-letters", "replay", "after-restore");
    private static final String ID = "id";
    private static final String SINCE = "since";
    private static final String ALL_DATABASES = "all-databases";

    private final ApplicationContext context;
    private final Projections projections;
    private final DeadLetterReplay deadLetters;
    private final Restoration restoration;
    private final List<OperatorTask> tasks;
    private final PrintStream out;

    OperatorCommand(
            ApplicationContext context,
            Projections projections,
            DeadLetterReplay deadLetters,
            Restoration restoration,
            List<OperatorTask> tasks,
            PrintStream out) {
        this.context = context;
        this.projections = projections;
        this.deadLetters = deadLetters;
        this.restoration = restoration;
        this.tasks = tasks;
        this.out = out;
    }

    /** @throws CommandRefusedException if there is no such command, read model or topic, or no such time; then nothing is done */
    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.isEmpty()) {
            return;
        }
        List<String> names = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "rebuild" -> readModels(names).forEach(this::rebuild);
            case "dead-letters" -> topics(names).forEach(this::list);
            case "after-restore" -> restoration.run(since(arguments), arguments.containsOption(ALL_DATABASES), out);
            case "replay" -> topics(names).forEach(topic -> replay(topic, arguments.getOptionValues(ID)));
            default -> task(words.getFirst()).run(names, arguments.getOptionNames(), out);
        }
        SpringApplication.exit(context);
    }

    private OperatorTask task(String name) {
        return tasks.stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandRefusedException.unknown(
                        "command",
                        name,
                        Stream.concat(COMMANDS.stream(), tasks.stream().map(OperatorTask::name))
                                .toList()));
    }

    private List<String> readModels(List<String> names) {
        if (names.isEmpty()) {
            throw new CommandRefusedException(
                    "Which read model? There are: " + String.join(", ", projections.names()) + ".");
        }
        return allOf("read model", names, projections.names());
    }

    private List<String> topics(List<String> names) {
        return names.isEmpty()
                ? deadLetters.topics()
                : allOf("topic that this service reads", names, deadLetters.topics());
    }

    private static List<String> allOf(String kind, List<String> names, List<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw CommandRefusedException.unknown(kind, name, known);
            }
        }
        return names;
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
        String time = times == null || times.size() != 1 ? "" : times.getFirst();
        try {
            Instant since = Instant.parse(time);
            if (since.isBefore(Instant.now())) {
                return since;
            }
        } catch (DateTimeParseException noTime) {
            // Answered below, like a time that has not come yet.
        }
        throw new CommandRefusedException(
                "--since is a moment of the past in UTC, such as --since=2026-01-31T09:30:00Z, not \"%s\"."
                        .formatted(time));
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
        deadLetters.replay(letters, letter -> out.println("  " + letter));
    }
}
