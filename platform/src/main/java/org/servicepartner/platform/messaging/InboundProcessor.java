package org.servicepartner.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;

import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.eventstore.PostgresEventStore;
import org.servicepartner.platform.messaging.InboundHandler.Reaction;
import org.servicepartner.platform.telemetry.MessageTracing;

/**
 * Gives every message of a poll its one effect. The whole poll is one transaction with one append; if that fails, each message
 * is tried alone, and what still fails goes to the dead-letter topic while the rest goes on. A message that has had its effect
 * is known by its CloudEvent source and id and has no second one. A poll that loses a race for an aggregate is handled again at
 * once. When the database or Kafka cannot be reached nothing is given up: the exception makes the consumer try the poll again.
 */
public final class InboundProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(InboundProcessor.class);

    private final CommandBus commands;
    private final PostgresEventStore eventStore;
    private final TransactionManager transactions;
    private final InboundMemory memory;
    private final DeadLetters deadLetters;
    private final MessageTracing tracing;
    private final MessagingSettings settings;
    private final MeterRegistry meters;
    private final RetryTemplate races = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyException.class, ConcurrencyFailureException.class)
            .maxRetries(4)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(10))
            .build());

    InboundProcessor(
            CommandBus commands,
            PostgresEventStore eventStore,
            TransactionManager transactions,
            InboundMemory memory,
            DeadLetters deadLetters,
            MessageTracing tracing,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.commands = commands;
        this.eventStore = eventStore;
        this.transactions = transactions;
        this.memory = memory;
        this.deadLetters = deadLetters;
        this.tracing = tracing;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Handles one poll. Returning means that every message has had its effect or is a dead letter.
     *
     * @throws RuntimeException if PostgreSQL or Kafka cannot be reached; then the poll is to be handled again
     */
    public void process(InboundBatch batch, InboundHandler handler) {
        Outcome outcome = races.invoke(() -> handle(batch, handler));
        deadLetters.publish(outcome.rejected);
        count(batch.records(), outcome);
    }

    private Outcome handle(InboundBatch batch, InboundHandler handler) {
        Outcome outcome = new Outcome();
        List<Todo> todo = new ArrayList<>(batch.records().size());
        for (ConsumerRecord<byte[], byte[]> row : batch.records()) {
            orReject(row, outcome, () -> todo.add(understand(row, handler)));
        }
        if (todo.stream().anyMatch(each -> each.reaction instanceof Reaction.InTurn)) {
            oneByOne(todo, handler, outcome);
        } else {
            try {
                outcome.add(inOneTransaction(todo));
            } catch (RuntimeException e) {
                rethrowOutage(e);
                LOG.info("A poll of {} messages failed as a whole, handling each alone: {}", todo.size(), e.toString());
                oneByOne(todo, handler, outcome);
            }
        }
        return outcome;
    }

    private void oneByOne(List<Todo> all, InboundHandler handler, Outcome outcome) {
        for (Todo each : all) {
            orReject(each.row, outcome, () -> outcome.add(inOneTransaction(List.of(understand(each.row, handler)))));
        }
    }

    /** A consumer reads one topic, so a poll is of one. */
    private void count(List<ConsumerRecord<byte[], byte[]>> rows, Outcome outcome) {
        String topic = rows.getFirst().topic();
        int rejected = outcome.rejected.size();
        count(topic, "handled", rows.size() - outcome.repeated - rejected);
        count(topic, "repeated", outcome.repeated);
        count(topic, "rejected", rejected);
    }

    private void count(String topic, String outcome, int messages) {
        meters.counter("servicepartner.inbound.messages", "topic", topic, "outcome", outcome)
                .increment(messages);
    }

    private static void orReject(ConsumerRecord<byte[], byte[]> row, Outcome outcome, Runnable handling) {
        try {
            handling.run();
        } catch (MessageRejectedException e) {
            outcome.rejected.add(new DeadLetter(row, e.reason(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            rethrowOutage(e);
            LOG.warn("The message at {}-{}@{} failed", row.topic(), row.partition(), row.offset(), e);
            outcome.rejected.add(new DeadLetter(row, "FAILED", String.valueOf(e.getMessage())));
        }
    }

    private Todo understand(ConsumerRecord<byte[], byte[]> row, InboundHandler handler) {
        if (row.value() != null && row.value().length > settings.maxMessageBytes()) {
            throw new MessageRejectedException(
                    "TOO_LARGE",
                    "The message has %d bytes, %d are allowed"
                            .formatted(row.value().length, settings.maxMessageBytes()));
        }
        InboundMessage message = InboundMessage.of(row);
        return new Todo(row, message, handler.reactionTo(message));
    }

    private static void rethrowOutage(RuntimeException e) {
        if (Outages.isOutage(e)) {
            throw e;
        }
    }

    /** Gives all messages their effect, but for those that must not have one. */
    private Outcome inOneTransaction(List<Todo> all) {
        if (all.isEmpty()) {
            return new Outcome();
        }
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("inbound batch"));
        unitOfWork.attachTransaction(transactions);
        ResultMessage<Outcome> result = unitOfWork.executeWithResult(
                () -> {
                    Outcome outcome = new Outcome();
                    Collection<Todo> fresh = remember(all, outcome);
                    prefetch(fresh);
                    fresh.forEach(todo -> react(todo.reaction, todo));
                    return outcome;
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            Throwable cause = result.exceptionResult();
            throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
        }
        return result.getPayload();
    }

    private Collection<Todo> remember(List<Todo> all, Outcome outcome) {
        Map<UUID, Todo> byKey = new LinkedHashMap<>();
        List<Todo> repeated = new ArrayList<>();
        for (Todo todo : all) {
            if (byKey.putIfAbsent(todo.message.key(), todo) != null) {
                repeated.add(todo);
            }
        }
        Map<UUID, UUID> contents = new LinkedHashMap<>();
        byKey.forEach((key, todo) -> contents.put(key, todo.message.content()));
        Set<UUID> fresh = memory.remember(contents);
        if (fresh.size() < byKey.size()) {
            List<UUID> known =
                    byKey.keySet().stream().filter(key -> !fresh.contains(key)).toList();
            known.forEach(key -> repeated.add(byKey.remove(key)));
            contents.putAll(memory.contents(known));
        }
        for (Todo todo : repeated) {
            if (todo.message.hasContent(contents.get(todo.message.key()))) {
                outcome.repeated++;
            } else {
                outcome.rejected.add(new DeadLetter(
                        todo.row,
                        "ID_REUSED",
                        "An earlier message of this source has the same id and another content"));
            }
        }
        return byKey.values();
    }

    private void prefetch(Collection<Todo> fresh) {
        Set<String> aggregates = new LinkedHashSet<>();
        for (Todo todo : fresh) {
            addAggregates(todo.reaction, aggregates);
        }
        if (!aggregates.isEmpty()) {
            eventStore.prefetch(aggregates);
        }
    }

    private static void addAggregates(Reaction reaction, Set<String> aggregates) {
        if (reaction instanceof Reaction.Command command) {
            aggregates.add(command.aggregateId());
        } else if (reaction instanceof Reaction.Several several) {
            several.reactions().forEach(each -> addAggregates(each, aggregates));
        } else if (reaction instanceof Reaction.InTurn inTurn) {
            addAggregates(inTurn.reaction(), aggregates);
        }
    }

    private void react(Reaction reaction, Todo todo) {
        switch (reaction) {
            case Reaction.Command command -> dispatch(command.command(), todo);
            case Reaction.Update update -> update.change().run();
            case Reaction.InTurn inTurn -> react(inTurn.reaction(), todo);
            case Reaction.Several several -> several.reactions().forEach(each -> react(each, todo));
            case Reaction.Nothing nothing -> {}
        }
    }

    private void dispatch(Object command, Todo todo) {
        InboundMessage message = todo.message;
        try (MessageTracing.Scope scope = tracing.receive(message.type(), message.traceparent())) {
            FutureCallback<Object, Object> callback = new FutureCallback<>();
            commands.dispatch(
                    GenericCommandMessage.asCommandMessage(command).withMetaData(metadata(todo, scope)), callback);
            ResultMessage<?> result = callback.getResult();
            if (result.isExceptional()) {
                Throwable cause = result.exceptionResult();
                throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
            }
        }
    }

    private static Map<String, Object> metadata(Todo todo, MessageTracing.Scope scope) {
        InboundMessage message = todo.message;
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(
                EventMetadata.CORRELATION_ID, message.correlationId() == null ? message.id() : message.correlationId());
        metadata.put(EventMetadata.CAUSATION_ID, message.id());
        metadata.put(EventMetadata.ACTOR, message.source());
        metadata.put(EventMetadata.PUBLISHED_AT, Long.toString(todo.row.timestamp()));
        if (scope.traceparent() != null) {
            metadata.put(EventMetadata.TRACEPARENT, scope.traceparent());
        }
        return metadata;
    }

    /** What came of the messages of one poll; those that are not in it have had their effect. */
    private static final class Outcome {
        private final List<DeadLetter> rejected = new ArrayList<>();
        private int repeated;

        void add(Outcome part) {
            rejected.addAll(part.rejected);
            repeated += part.repeated;
        }
    }

    private record Todo(ConsumerRecord<byte[], byte[]> row, InboundMessage message, Reaction reaction) {}
}
