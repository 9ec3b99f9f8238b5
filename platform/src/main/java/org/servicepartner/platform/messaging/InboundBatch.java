package org.servicepartner.platform.messaging;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of one poll. */
public record InboundBatch(List<ConsumerRecord<byte[], byte[]>> records) {
    /** While the database is away, every attempt is logged with this; the records themselves would be megabytes of numbers. */
    @Override
    public String toString() {
        ConsumerRecord<byte[], byte[]> first = records.getFirst();
        return "poll of %d, first %s-%d@%d".formatted(records.size(), first.topic(), first.partition(), first.offset());
    }
}
