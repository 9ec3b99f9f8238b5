package org.servicepartner.platform.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;

import org.servicepartner.platform.telemetry.MessageTracing;

/**
 * Completes the story of a command, so that no sender needs to tell all of it: a command that belongs to none begins one, the request
 * that is its correlation is its cause as well, and it belongs to the trace of the moment.
 */
final class StoryOfCommands implements MessageDispatchInterceptor<CommandMessage<?>> {
    private final MessageTracing tracing;

    StoryOfCommands(MessageTracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> commands) {
        return (index, command) -> complete(command);
    }

    private CommandMessage<?> complete(CommandMessage<?> command) {
        MetaData known = command.getMetaData();
        Map<String, Object> missing = new HashMap<>();
        Object correlation = known.getOrDefault(EventMetadata.CORRELATION_ID, command.getIdentifier());
        if (!known.containsKey(EventMetadata.CORRELATION_ID)) {
            missing.put(EventMetadata.CORRELATION_ID, correlation);
        }
        if (!known.containsKey(EventMetadata.CAUSATION_ID)) {
            missing.put(EventMetadata.CAUSATION_ID, correlation);
        }
        if (!known.containsKey(EventMetadata.TRACEPARENT)) {
            String current = tracing.current();
            if (current != null) {
                missing.put(EventMetadata.TRACEPARENT, current);
            }
        }
        return missing.isEmpty() ? command : command.andMetaData(missing);
    }
}
