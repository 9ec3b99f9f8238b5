package org.servicepartner.platform.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** Between event messages and what is stored of them. */
final class EventCodec {
    private static final SimpleSerializedType META_DATA = new SimpleSerializedType(MetaData.class.getName(), null);

    private final Serializer serializer;

    EventCodec(Serializer serializer) {
        this.serializer = serializer;
    }

    RecordedEvent write(DomainEventMessage<?> event) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        byte[] metadata = event.serializeMetaData(serializer, byte[].class).getData();
        return new RecordedEvent(
                0,
                event.getIdentifier(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload.getType().getName(),
                event.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                payload.getData(),
                metadata,
                event::getPayload,
                once(() -> strings(event.getMetaData())));
    }

    RecordedEvent indexed(RecordedEvent event, long index) {
        return new RecordedEvent(
                index,
                event.eventId(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.type(),
                event.recordedAt(),
                event.payloadJson(),
                event.metadataJson(),
                event::payload,
                event::metadata);
    }

    RecordedEvent read(
            long index,
            String eventId,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {
        return new RecordedEvent(
                index,
                eventId,
                aggregateType,
                aggregateId,
                sequence,
                type,
                recordedAt,
                payload,
                metadata,
                once(() -> serializer.deserialize(
                        new SimpleSerializedObject<>(payload, byte[].class, new SimpleSerializedType(type, null)))),
                once(() -> strings(
                        serializer.deserialize(new SimpleSerializedObject<>(metadata, byte[].class, META_DATA)))));
    }

    private static Map<String, String> strings(MetaData metadata) {
        Map<String, String> strings = new LinkedHashMap<>();
        metadata.forEach((key, value) -> strings.put(key, String.valueOf(value)));
        return strings;
    }

    private static <T> Supplier<T> once(Supplier<T> source) {
        return new Supplier<>() {
            private volatile T value;

            @Override
            public T get() {
                T known = value;
                if (known == null) {
                    known = source.get();
                    value = known;
                }
                return known;
            }
        };
    }
}
