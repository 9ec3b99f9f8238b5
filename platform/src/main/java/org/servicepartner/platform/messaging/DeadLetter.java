package org.servicepartner.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that was not handled, and why. */
record DeadLetter(ConsumerRecord<byte[], byte[]> row, String reason, String detail) {}
