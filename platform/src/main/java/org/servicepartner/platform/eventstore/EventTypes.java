package org.servicepartner.platform.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The stored events of one service, both ways between logical name and record class. */
public final class EventTypes {
    private final Map<String, Class<?>> byName = new HashMap<>();
    private final Map<Class<?>, String> byClass = new HashMap<>();

    private EventTypes() {}

    /**
     * Collects the records permitted by the given sealed interfaces.
     *
     * @throws IllegalArgumentException if a record has no {@link EventName} or a name is used twice
     */
    public static EventTypes of(Class<?>... sealedInterfaces) {
        EventTypes types = new EventTypes();
        Stream.of(sealedInterfaces).flatMap(EventTypes::records).forEach(types::add);
        return types;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(type);
    }

    private void add(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " is stored but has no @EventName");
        }
        Class<?> other = byName.putIfAbsent(name.value(), type);
        if (other != null) {
            throw new IllegalArgumentException(
                    name.value() + " names both " + other.getName() + " and " + type.getName());
        }
        byClass.put(type, name.value());
    }

    /** All logical names. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /** The class stored under the name, or the absence of one. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The name under which a class is stored.
     *
     * @throws IllegalArgumentException if the class is no event of this service
     */
    public String nameOf(Class<?> type) {
        String name = byClass.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " is not a stored event of this service");
        }
        return name;
    }
}
