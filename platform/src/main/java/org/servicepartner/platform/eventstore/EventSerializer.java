package org.servicepartner.platform.eventstore;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** JSON under logical event names; classes that are no events keep their class name. */
final class EventSerializer extends Jackson3Serializer {
    private final EventTypes types;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Class<?>, SerializedType> serializedTypes = new ConcurrentHashMap<>();
    private final ObjectWriter writer;

    EventSerializer(EventTypes types) {
        super(builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultPropertyInclusion(
                                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
        this.types = types;
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
