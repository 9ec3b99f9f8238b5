package org.servicepartner.local;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A running Kafka broker (KRaft, one node, topics with one replica). */
public abstract sealed class KafkaServer implements AutoCloseable permits EmbeddedKafka, ContainerKafka {

    KafkaServer() {}

    abstract int port();

    /** {@code 127.0.0.1:<port>}. */
    public final String bootstrapServers() {
        return Ports.HOST + ":" + port();
    }

    @Override
    public abstract void close();

    /** Ends the broker as {@code kill -9} does, starts it again with the same data at the same port, and waits until it answers. */
    public abstract void killAndRestart();

    final boolean answers() {
        if (Ports.isFree(port())) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                2000))) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }
}
