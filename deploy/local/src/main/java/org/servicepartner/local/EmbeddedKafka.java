package org.servicepartner.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The broker in a JVM of its own, because the services' Kafka client has another version. */
final class EmbeddedKafka extends KafkaServer {

    /** Fixed, so that kept data fits after a restart. */
    private static final String CLUSTER_ID = "c2VydmljZS1wYXJ0bmVyLQ";

    private final Progress progress;
    private final int port;
    private final Path log;
    private final List<String> command;
    private ServerProcess broker;

    EmbeddedKafka(Progress progress, Path directory, Path logs, int port) {
        this.progress = progress;
        this.port = Ports.claim(port, "Kafka");
        Path properties = Directories.create(directory).resolve("server.properties");
        Path data = directory.resolve("data");
        Path logging = directory.resolve("logback.xml");
        try {
            Files.writeString(properties, configuration(this.port, Ports.claim(0, "Kafka"), data));
            Files.writeString(logging, LOGGING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(logs, properties, logging);
        }
        log = logs.resolve("kafka.log");
        command = java(logging, "kafka.Kafka", properties.toString());
        broker = start();
    }

    private ServerProcess start() {
        ServerProcess started = ServerProcess.start("Kafka", log, Map.of(), command);
        try {
            started.awaitReady(Duration.ofSeconds(60), this::answers);
        } catch (InfrastructureException failure) {
            started.kill();
            throw failure;
        }
        started.onCrash(sentence -> progress.crashed("Kafka", sentence));
        return started;
    }

    @Override
    public void killAndRestart() {
        broker.kill();
        broker = start();
    }

    @Override
    int port() {
        return port;
    }

    @Override
    public void close() {
        broker.close();
    }

    private static void format(Path logs, Path properties, Path logging) {
        ServerProcess tool = ServerProcess.start(
                "Kafka's storage tool",
                logs.resolve("kafka-format.log"),
                Map.of(),
                java(
                        logging,
                        "kafka.tools.StorageTool",
                        "format",
                        "--config",
                        properties.toString(),
                        "--cluster-id",
                        CLUSTER_ID,
                        "--ignore-formatted"));
        if (tool.exitCode(Duration.ofSeconds(60)) != 0) {
            throw new InfrastructureException("Kafka's data directory could not be formatted. " + tool.lastWords());
        }
    }

    private static List<String> java(Path logging, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ServerArtifacts.javaExecutable().toString(),
                "-Xms128m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=" + logging,
                "-cp",
                ServerArtifacts.classPath(),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String configuration(int port, int controllerPort, Path data) {
        return """
            process.roles=broker,controller
            node.id=1
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            controller.quorum.voters=1@127.0.0.1:%2$d
            log.dirs=%3$s
            num.partitions=1
            auto.create.topics.enable=false
            offsets.topic.num.partitions=8
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            log.cleaner.dedupe.buffer.size=16777216
            log.index.size.max.bytes=1048576
            """.formatted(port, controllerPort, data);
    }

    private static final String LOGGING = """
        <configuration>
          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{30} %msg%n</pattern></encoder>
          </appender>
          <root level="WARN"><appender-ref ref="out"/></root>
          <logger name="kafka.server" level="INFO"/>
        </configuration>
        """;
}
