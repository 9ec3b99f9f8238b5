package org.servicepartner.platform.eventstore;

/** Keys of what is recorded beside every event. */
public final class EventMetadata {
    /** Follows one story through all services; the id of the message or request that began it. */
    public static final String CORRELATION_ID = "correlationId";

    /** The id of the message or request that directly caused the event. */
    public static final String CAUSATION_ID = "causationId";

    /** Who acted: {@code user:<id>}, {@code system:<name>} or the source of an inbound message. */
    public static final String ACTOR = "actor";

    /** When the message that began the story here was published, in milliseconds since 1970; absent if no message did. */
    public static final String PUBLISHED_AT = "publishedAt";

    /** The W3C trace context under which the event was recorded. */
    public static final String TRACEPARENT = "traceparent";

    private EventMetadata() {}
}
