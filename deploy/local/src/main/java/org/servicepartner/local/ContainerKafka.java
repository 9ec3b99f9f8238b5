package org.servicepartner.local;

import java.nio.file.Path;
import java.util.List;

import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker in a container. */
final class ContainerKafka extends KafkaServer {

    private static final int PORT_INSIDE = 9092;

    private final KafkaContainer container;
    private final ContainerLog log;

    ContainerKafka(Path logs, int port) {
        log = new ContainerLog(logs, "kafka");
        container = new KafkaContainer("apache/kafka:4.3.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_HEAP_OPTS", "-Xms128m -Xmx256m")
                .withLogConsumer(log);
        container.setPortBindings(List.of(Ports.HOST + ":" + Ports.claim(port, "Kafka") + ":" + PORT_INSIDE));
        container.start();
    }

    @Override
    int port() {
        return container.getMappedPort(PORT_INSIDE);
    }

    @Override
    public void killAndRestart() {
        ContainerCrash.killAndRestart(container, log, this::answers);
    }

    @Override
    public void close() {
        container.stop();
    }
}
