package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;

import static org.servicepartner.kubernetes.Manifests.elements;

/** A Kafka that lets in who has a certificate and may do what a KafkaUser says, with the topics of the manifests, one copy of each. */
final class GuardedKafka implements AutoCloseable {

    private final Certificates certificates;
    private final int port = freePort();
    private final int adminPort = freePort();
    private final KafkaRaftServer broker;

    GuardedKafka(Path folder, Certificates certificates, Manifests manifests) {
        this.certificates = certificates;
        Properties settings = settings(folder);
        format(folder, settings);
        broker = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        broker.startup();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + adminPort))) {
            admin.createTopics(manifests
                            .ofKind("KafkaTopic")
                            .map(GuardedKafka::topic)
                            .toList())
                    .all()
                    .get();
            admin.createAcls(manifests
                            .ofKind("KafkaUser")
                            .flatMap(GuardedKafka::rights)
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** With what a client of this user connects. */
    Map<String, Object> clientOf(String user) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SSL",
                "ssl.keystore.location",
                certificates.of(user).resolve("user.p12").toString(),
                "ssl.keystore.password",
                Certificates.PASSWORD,
                "ssl.truststore.location",
                certificates.ofAuthority().resolve("ca.p12").toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD));
    }

    @Override
    public void close() {
        broker.shutdown();
        broker.awaitShutdown();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties settings(Path folder) {
        int controllerPort = freePort();
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry(
                        "listeners",
                        "USERS://127.0.0.1:%d,ADMIN://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(port, adminPort, controllerPort)),
                Map.entry("listener.security.protocol.map", "USERS:SSL,ADMIN:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "ADMIN"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("log.dirs", folder.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                // Who comes by the other two listeners.
                Map.entry("super.users", "User:ANONYMOUS"),
                Map.entry("ssl.client.auth", "required"),
                Map.entry(
                        "ssl.keystore.location",
                        certificates.of("kafka").resolve("user.p12").toString()),
                Map.entry("ssl.keystore.password", Certificates.PASSWORD),
                Map.entry("ssl.key.password", Certificates.PASSWORD),
                Map.entry(
                        "ssl.truststore.location",
                        certificates.ofAuthority().resolve("ca.p12").toString()),
                Map.entry("ssl.truststore.password", Certificates.PASSWORD)));
        return settings;
    }

    private static void format(Path folder, Properties settings) {
        Path file = folder.resolve("server.properties");
        try (PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream())) {
            try (var writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            StorageTool.execute(
                    new String[] {"format", "--config", file.toString(), "--cluster-id", "c2VydmljZS1wYXJ0bmVyLQ"},
                    nowhere);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewTopic topic(Manifest topic) {
        return new NewTopic(topic.name(), topic.at("/spec/partitions").asInt(), (short) 1)
                .configs(topic.at("/spec/config").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, setting -> setting.getValue().asText())));
    }

    private static Stream<AclBinding> rights(Manifest user) {
        return elements(user.at("/spec/authorization/acls"))
                .flatMap(acl -> elements(acl.path("operations"))
                        .map(operation -> right(user.name(), acl.path("resource"), operation.asText())));
    }

    private static AclBinding right(String user, JsonNode resource, String operation) {
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.fromString(resource.path("type").asText()),
                        resource.path("name").asText(),
                        resource.path("patternType").asText("literal").equals("prefix")
                                ? PatternType.PREFIXED
                                : PatternType.LITERAL),
                new AccessControlEntry(
                        "User:CN=" + user, "*", AclOperation.fromString(operation), AclPermissionType.ALLOW));
    }
}
