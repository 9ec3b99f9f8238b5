package org.servicepartner.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.KafkaTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps what could not be handled, unchanged, with headers that say why and where it came from. A record that is too large even
 * for the dead-letter topic (compression lets such pass the broker) leaves only those headers.
 */
final class DeadLetters {
    private static final int LARGEST_COPY = 3 * 512 * 1024;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final MessagingSettings settings;
    private final MeterRegistry meters;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, MessagingSettings settings, MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings;
        this.meters = meters;
    }

    /** Returns when the broker has all of them. */
    void publish(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        List<CompletableFuture<?>> sent = new ArrayList<>(letters.size());
        for (DeadLetter letter : letters) {
            sent.add(kafka.send(copy(letter)));
        }
        kafka.flush();
        sent.forEach(CompletableFuture::join);
        for (DeadLetter letter : letters) {
            meters.counter("servicepartner.dead.letters", "topic", letter.row().topic(), "reason", letter.reason())
                    .increment();
        }
    }

    private ProducerRecord<byte[], byte[]> copy(DeadLetter letter) {
        ConsumerRecord<byte[], byte[]> row = letter.row();
        String topic = settings.deadLetterTopic(row.topic());
        boolean whole = size(row) <= LARGEST_COPY;
        RecordHeaders headers = whole ? new RecordHeaders(row.headers().toArray()) : new RecordHeaders();
        return new ProducerRecord<>(
                topic, null, whole ? row.key() : null, whole ? row.value() : null, headers(headers, letter));
    }

    private static RecordHeaders headers(RecordHeaders headers, DeadLetter letter) {
        headers.add("dlt-reason", letter.reason().getBytes(UTF_8));
        headers.add("dlt-detail", letter.detail().getBytes(UTF_8));
        headers.add("dlt-original-topic", letter.row().topic().getBytes(UTF_8));
        headers.add(
                "dlt-original-partition",
                String.valueOf(letter.row().partition()).getBytes(UTF_8));
        headers.add("dlt-original-offset", String.valueOf(letter.row().offset()).getBytes(UTF_8));
        return headers;
    }

    private static long size(ConsumerRecord<byte[], byte[]> row) {
        long size = length(row.key()) + length(row.value());
        for (Header header : row.headers()) {
            size += header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
