package org.servicepartner.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the aggregate a command is for; each class of commands is looked at once, not once per command. */
final class CommandTargets implements CommandTargetResolver {
    private static final ClassValue<Method> IDENTIFIER = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
            if (!type.isRecord()) {
                throw new IllegalArgumentException("A command must be a record, " + type.getName() + " is none");
            }
            Method accessor = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            type.getName() + " has no component with @TargetAggregateIdentifier"));
            accessor.setAccessible(true);
            return accessor;
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        try {
            Object identifier = IDENTIFIER.get(command.getPayloadType()).invoke(command.getPayload());
            return new VersionedAggregateIdentifier(String.valueOf(identifier), null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
