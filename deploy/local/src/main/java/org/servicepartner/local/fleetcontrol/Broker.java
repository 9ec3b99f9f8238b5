package org.servicepartner.local.fleetcontrol;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** The broker FleetControl talks to. */
final class Broker {

    private static final int PATIENCE_MS = 5_000;

    private Broker() {}

    static void requireReachable(String broker) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS))) {
            admin.describeCluster().nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException unreachable) {
            throw new Refusal(
                    "No Kafka broker answers at " + broker
                            + ". Start the platform with deploy/local/up, or name another broker with KAFKA_BOOTSTRAP_SERVERS.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while looking for the broker at " + broker + ".");
        }
    }
}
