package org.servicepartner.platform.operations;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.Environment;

/**
 * Tells an operator in a sentence why a command was refused, or that what it needs is not there, and what to do next; a stack trace
 * would tell nothing more. Failures that nobody expects, and those of a service that serves, are Spring Boot's to report.
 */
final class FailedCommandReporter implements SpringBootExceptionReporter {
    /** No connection, no log-in, no such database, a race, no resources, a server that stops (PostgreSQL's appendix A). */
    private static final List<String> NOT_TO_BE_USED = List.of("08", "28", "3D", "40", "53", "57");

    private final @Nullable ConfigurableApplicationContext context;

    FailedCommandReporter(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = sentence(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    private Optional<String> sentence(Throwable failure) {
        if (failure instanceof CommandRefusedException refused) {
            return Optional.of(refused.getMessage());
        }
        return context == null || !context.getEnvironment().containsProperty(nonOptions())
                ? Optional.empty()
                : causes(failure)
                        .flatMap(cause -> expected(cause, context.getEnvironment()).stream())
                        // The innermost tells most.
                        .reduce((outer, inner) -> inner);
    }

    private static String nonOptions() {
        return CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> expected(Throwable cause, Environment settings) {
        return switch (cause) {
            case ConcurrencyException race ->
                Optional.of("Somebody else changed the same at the same moment. Call this again.");
            case UnableToClaimTokenException held ->
                Optional.of("A replica of this service is at work on the same. Stop the service and call this again.");
            case KafkaException unusable -> Optional.of(unusable("Kafka", brokers(settings), unusable));
            case TimeoutException late ->
                isOfKafka(late)
                        ? Optional.of(unusable("Kafka", brokers(settings), new TimeoutException("it does not answer")))
                        : Optional.empty();
            case SQLException unusable ->
                isUnusable(unusable)
                        ? Optional.of(unusable("PostgreSQL", database(settings), unusable))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** As its futures throw it, with no word about whom they have waited for. */
    private static boolean isOfKafka(TimeoutException late) {
        return Stream.of(late.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(KafkaFuture.class.getPackageName()));
    }

    private static boolean isUnusable(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state != null && NOT_TO_BE_USED.stream().anyMatch(state::startsWith);
    }

    private static String brokers(Environment settings) {
        return settings.getProperty("spring.kafka.bootstrap-servers", "");
    }

    /** Without its parameters. */
    private static String database(Environment settings) {
        return settings.getProperty("spring.datasource.url", "").split("\\?")[0];
    }

    private static String unusable(String server, String address, Throwable failure) {
        String reason = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return "%s (%s) cannot be used: %s When it can, call this again: nothing is done twice."
                .formatted(server, address, reason.endsWith(".") ? reason : reason + ".");
    }
}
