package org.servicepartner.platform.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

/** The stored events of one service, both ways between logical name and record class. */
public final class EventTypes {
    private final Map<String, Class<?>> byName = new HashMap<>();
    private final Map<Class<?>, String> byClass = new HashMap<>();

    private final Map<String, FormerEvent> former = new HashMap<>();

    private EventTypes() {}

    /**
     * Collects the records permitted by the given sealed interfaces.
     *
     * @throws IllegalArgumentException if a record has no {@link EventName}, a name is used twice, or a component is not as
     *     {@link org.servicepartner.platform.personaldata.PersonalData} must be
     */
    public static EventTypes of(Class<?>... sealedInterfaces) {
        EventTypes types = new EventTypes();
        Stream.of(sealedInterfaces).flatMap(EventTypes::records).forEach(types::add);
        return types;
    }

    /**
     * Lets events that are stored under a name of the past be read as ones of another name. What they become may be a former form
     * itself.
     *
     * @param name that no record has any more
     * @param readAs the name that followed it
     * @param change from the old data to the new; it must need nothing else
     * @throws IllegalArgumentException if the name is one of today, or is changed already, or nothing has the name that followed
     */
    public EventTypes formerly(String name, String readAs, UnaryOperator<ObjectNode> change) {
        if (byName.containsKey(name)) {
            throw new IllegalArgumentException(
                    name + " is no name of the past: " + byName.get(name).getName() + " has it");
        }
        if (!byName.containsKey(readAs) && !former.containsKey(readAs)) {
            throw new IllegalArgumentException("Nothing has the name " + readAs + " that follows " + name);
        }
        if (former.putIfAbsent(name, new FormerEvent(readAs, change)) != null) {
            throw new IllegalArgumentException(name + " is changed already");
        }
        return this;
    }

    /** A stored form that is not written any more. */
    record FormerEvent(String readAs, UnaryOperator<ObjectNode> change) {}

    Optional<FormerEvent> former(String name) {
        return Optional.ofNullable(former.get(name));
    }

    /** The logical names of the past. */
    public Set<String> formerNames() {
        return Set.copyOf(former.keySet());
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
        PersonalComponents.of(type);
    }

    /** All logical names of today. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /** The class as which an event of this name is read, or the absence of one. */
    public Optional<Class<?>> classOf(String name) {
        FormerEvent old = former.get(name);
        return old == null ? Optional.ofNullable(byName.get(name)) : classOf(old.readAs());
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
