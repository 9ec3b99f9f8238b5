package org.servicepartner.platform.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One stored event. The payload and the metadata are deserialised when first asked for.
 *
 * <p>{@code index} is the position in the store: without later-filled gaps and in commit order. {@code sequence} counts from 0
 * within the aggregate. The type is the logical name.
 */
public final class RecordedEvent {
    private final long index;
    private final String eventId;
    private final String aggregateType;
    private final String aggregateId;
    private final long sequence;
    private final String type;
    private final Instant recordedAt;
    private final byte[] payloadJson;
    private final byte[] metadataJson;
    private final Supplier<Object> payload;
    private final Supplier<Map<String, String>> metadata;

    RecordedEvent(
            long index,
            String eventId,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            Instant recordedAt,
            byte[] payloadJson,
            byte[] metadataJson,
            Supplier<Object> payload,
            Supplier<Map<String, String>> metadata) {
        this.index = index;
        this.eventId = eventId;
        this.aggregateType = aggregateType;
        this.aggregateId = aggregateId;
        this.sequence = sequence;
        this.type = type;
        this.recordedAt = recordedAt;
        this.payloadJson = payloadJson;
        this.metadataJson = metadataJson;
        this.payload = payload;
        this.metadata = metadata;
    }

    public long index() {
        return index;
    }

    public String eventId() {
        return eventId;
    }

    public String aggregateType() {
        return aggregateType;
    }

    public String aggregateId() {
        return aggregateId;
    }

    public long sequence() {
        return sequence;
    }

    public String type() {
        return type;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Object payload() {
        return payload.get();
    }

    /** The metadata: see {@link EventMetadata} for the keys. */
    public Map<String, String> metadata() {
        return metadata.get();
    }

    /** When the message that led to it was published; where none did, when it was recorded. */
    public Instant publishedAt() {
        String publishedAt = metadata().get(EventMetadata.PUBLISHED_AT);
        return publishedAt == null ? recordedAt : Instant.ofEpochMilli(Long.parseLong(publishedAt));
    }

    /** The same under another index and id, as if it had happened then: for whoever tells the present state of what it is about. */
    public RecordedEvent repeatedAs(long laterIndex) {
        return new RecordedEvent(
                laterIndex,
                eventId + "/" + laterIndex,
                aggregateType,
                aggregateId,
                sequence,
                type,
                recordedAt,
                payloadJson,
                metadataJson,
                payload,
                metadata);
    }

    byte[] payloadJson() {
        return payloadJson;
    }

    byte[] metadataJson() {
        return metadataJson;
    }
}
