package org.servicepartner.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.telemetry.MessageTracing;
import org.servicepartner.platform.time.Rfc3339;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Publishes CloudEvents in Kafka binary mode and waits until the broker has them. */
public final class MessagePublisher {
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final JsonMapper json;
    private final byte[] source;
    private final MessageTracing tracing;

    MessagePublisher(
            KafkaTemplate<byte[], byte[]> kafka, JsonMapper json, MessagingSettings settings, MessageTracing tracing) {
        this.kafka = kafka;
        this.json = json;
        this.source = settings.source().getBytes(UTF_8);
        this.tracing = tracing;
    }

    /**
     * Sends all messages and returns when every one is acknowledged; in order per key.
     *
     * @throws RuntimeException if one of them was not acknowledged; others may have been
     */
    public void publish(List<OutboundMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<CompletableFuture<?>> sent = new ArrayList<>(messages.size());
        for (OutboundMessage message : messages) {
            sent.add(kafka.send(row(message)));
        }
        kafka.flush();
        sent.forEach(CompletableFuture::join);
    }

    private ProducerRecord<byte[], byte[]> row(OutboundMessage message) {
        byte[] value = message.data() == null ? null : json.writeValueAsBytes(message.data());
        return new ProducerRecord<>(message.topic(), null, message.key().getBytes(UTF_8), value, headers(message));
    }

    private Headers headers(OutboundMessage message) {
        Map<String, String> metadata = message.metadata();
        RecordHeaders headers = new RecordHeaders();
        headers.add(CloudEventHeaders.SPEC_VERSION, SPEC_VERSION);
        add(headers, CloudEventHeaders.ID, message.id());
        headers.add(CloudEventHeaders.SOURCE, source);
        add(headers, CloudEventHeaders.TYPE, message.type());
        add(headers, CloudEventHeaders.SUBJECT, message.subject());
        add(headers, CloudEventHeaders.TIME, Rfc3339.text(message.time()));
        add(headers, CloudEventHeaders.SEQUENCE, Long.toString(message.sequence()));
        headers.add(CloudEventHeaders.CONTENT_TYPE, JSON);
        add(headers, CloudEventHeaders.CORRELATION_ID, metadata.get(EventMetadata.CORRELATION_ID));
        add(headers, CloudEventHeaders.CAUSATION_ID, metadata.get(EventMetadata.CAUSATION_ID));
        add(
                headers,
                CloudEventHeaders.TRACEPARENT,
                tracing.send(message.type(), metadata.get(EventMetadata.TRACEPARENT)));
        return headers;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
