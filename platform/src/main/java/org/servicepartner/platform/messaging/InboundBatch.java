package org.servicepartner.platform.messaging;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of one poll. */
public record InboundBatch(List<ConsumerRecord<byte[], byte[]>> records) {}
