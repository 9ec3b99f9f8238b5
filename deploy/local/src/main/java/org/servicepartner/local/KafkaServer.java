package org.servicepartner.local;

/** A running Kafka broker (KRaft, one node, topics with one replica). */
public abstract sealed class KafkaServer implements AutoCloseable permits EmbeddedKafka, ContainerKafka {

    KafkaServer() {}

    /** {@code 127.0.0.1:<port>}. */
    public abstract String bootstrapServers();

    @Override
    public abstract void close();
}
