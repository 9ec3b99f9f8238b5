package org.servicepartner.platform.eventstore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

import org.servicepartner.platform.personaldata.PersonalDataCipher;
import org.servicepartner.platform.time.Rfc3339;

/**
 * JSON under logical event names, former forms as those of today, personal data encrypted; classes that are no events keep their
 * class name.
 */
final class EventSerializer extends Jackson3Serializer {
    private final EventTypes types;
    private final PersonalDataCipher cipher;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Class<?>, SerializedType> serializedTypes = new ConcurrentHashMap<>();
    private final ObjectWriter writer;

    EventSerializer(EventTypes types, PersonalDataCipher cipher) {
        super(builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultPropertyInclusion(
                                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .addModule(Rfc3339.module())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
        this.types = types;
        this.cipher = cipher;
        this.writer = super.getWriter();
    }

    @Override
    protected ObjectWriter getWriter() {
        return writer;
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    /** Here, because everything that is read passes: aggregates, read models, relays, policies and their dead letters, live streams. */
    @Override
    public <S, T> @Nullable T deserialize(SerializedObject<S> stored) {
        Optional<EventTypes.FormerEvent> former = types.former(stored.getType().getName());
        if (former.isPresent()) {
            return deserialize(new SimpleSerializedObject<>(
                    getObjectMapper().writeValueAsBytes(former.get().change().apply(tree(stored))),
                    byte[].class,
                    new SimpleSerializedType(former.get().readAs(), null)));
        }
        Class<?> type = classForType(stored.getType());
        PersonalComponents personal = PersonalComponents.of(type);
        return personal.areNone()
                ? super.deserialize(stored)
                : getReader(type).readValue(personal.decrypted(tree(stored), cipher));
    }

    private ObjectNode tree(SerializedObject<?> stored) {
        return (ObjectNode) getObjectMapper()
                .readTree(getConverter().convert(stored, byte[].class).getData());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        PersonalComponents personal = PersonalComponents.of(object == null ? Void.class : object.getClass());
        if (personal.areNone()) {
            return super.serialize(object, representation);
        }
        ObjectNode event = getObjectMapper().valueToTree(object);
        return getConverter()
                .convert(
                        new SimpleSerializedObject<>(
                                getWriter().writeValueAsBytes(personal.encrypted(event, cipher)),
                                byte[].class,
                                typeForClass(object.getClass())),
                        representation);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Optional<Class<?>> event = types.classOf(type.getName());
        return event.isPresent() ? event.get() : super.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (type != null && type.isAnnotationPresent(EventName.class)) {
            return serializedTypes.computeIfAbsent(type, t -> new SimpleSerializedType(types.nameOf(t), null));
        }
        return super.typeForClass(type);
    }
}
