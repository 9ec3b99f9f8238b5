package org.servicepartner.platform.messaging;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** Hands a poll over as it is: decoding headers that nobody reads costs more than handling the message. */
final class InboundBatchConverter implements BatchMessageConverter {
    @Override
    @SuppressWarnings("unchecked")
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type payloadType) {
        List<ConsumerRecord<byte[], byte[]>> raw = new ArrayList<>(records.size());
        records.forEach(row -> raw.add((ConsumerRecord<byte[], byte[]>) row));
        return new GenericMessage<>(new InboundBatch(raw));
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("Only for inbound messages");
    }
}
