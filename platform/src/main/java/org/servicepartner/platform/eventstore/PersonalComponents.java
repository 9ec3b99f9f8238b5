package org.servicepartner.platform.eventstore;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.servicepartner.platform.personaldata.PersonalData;
import org.servicepartner.platform.personaldata.PersonalDataCipher;

/** The components of an event that say who somebody is, and between what they are in memory and what is stored. */
final class PersonalComponents {
    private static final ClassValue<PersonalComponents> KNOWN = new ClassValue<>() {
        @Override
        protected PersonalComponents computeValue(Class<?> type) {
            return new PersonalComponents(type);
        }
    };

    private final Map<String, String> ownerComponents = new LinkedHashMap<>();

    private PersonalComponents(Class<?> type) {
        if (!type.isRecord()) {
            return;
        }
        Map<String, RecordComponent> all = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            all.put(component.getName(), component);
        }
        all.forEach((name, component) -> Optional.ofNullable(component.getAnnotation(PersonalData.class))
                .map(PersonalData::of)
                .ifPresent(owner -> {
                    if (component.getType() != String.class || !all.containsKey(owner)) {
                        throw new IllegalArgumentException("%s.%s must be a text, and %s a component beside it"
                                .formatted(type.getName(), name, owner));
                    }
                    ownerComponents.put(name, owner);
                }));
    }

    /** @throws IllegalArgumentException if one is no text, or whose it is is no component */
    static PersonalComponents of(Class<?> type) {
        return KNOWN.get(type);
    }

    boolean areNone() {
        return ownerComponents.isEmpty();
    }

    ObjectNode encrypted(ObjectNode event, PersonalDataCipher cipher) {
        return changed(event, (name, value) -> {
            String owner = ownerComponents.get(name);
            String subject = name.equals(owner) ? cipher.subjectOf(value) : text(event, owner);
            return subject == null ? value : cipher.encrypt(subject, value);
        });
    }

    private static @Nullable String text(ObjectNode event, String name) {
        JsonNode value = event.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    ObjectNode decrypted(ObjectNode event, PersonalDataCipher cipher) {
        return changed(event, (name, value) -> cipher.decrypt(value));
    }

    private ObjectNode changed(ObjectNode event, BinaryOperator<String> change) {
        for (String name : ownerComponents.keySet()) {
            JsonNode value = event.get(name);
            if (value != null && value.isString()) {
                event.put(name, change.apply(name, value.asString()));
            }
        }
        return event;
    }
}
