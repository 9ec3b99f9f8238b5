package org.servicepartner.platform.messaging;

/** Kafka headers of a CloudEvent in binary mode (CloudEvents 1.0, Kafka protocol binding), and our extension attributes. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";

    /** Version of the aggregate the event is about: rises by the events of one subject, and tells old news from new. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String TRACEPARENT = "traceparent";

    private CloudEventHeaders() {}
}
