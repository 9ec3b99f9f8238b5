package org.servicepartner.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.servicepartner.kubernetes.Change.with;
import static org.servicepartner.kubernetes.Change.without;
import static org.servicepartner.kubernetes.Manifests.elements;

/** Topics and users, against the contracts of the services. */
final class KafkaRules {

    /** Of each topic, as the services make them where nobody else does. */
    static final int PARTITIONS = 6;

    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1", "max.message.bytes", "2097152");
    private static final Map<String, String> LAST_OF_EACH_KEY =
            Map.of("cleanup.policy", "compact", "delete.retention.ms", "2592000000");

    private KafkaRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "Topics are those of the contracts, kept as the contracts promise",
                        KafkaRules::topics,
                        with("KafkaTopic/servicepartner.jobs.v1", "/metadata/name", "servicepartner.jobs.v2"),
                        with("KafkaTopic/servicepartner.jobs.v1", "/spec/partitions", "3"),
                        without("KafkaTopic/smartcontrol.jobs.v1", "/spec/config/cleanup.policy"),
                        without("KafkaTopic/job-service.servicepartner.users.v1.dlt", "/spec/config/retention.ms")),
                new Rule(
                        "Every topic has as many copies as Kafka makes by itself, of which all brokers hold one",
                        manifests -> manifests
                                .ofKind("KafkaTopic")
                                .filter(topic -> !topic.at("/spec/replicas")
                                                .equals(manifests
                                                        .get("Kafka/kafka")
                                                        .at("/spec/kafka/config/default.replication.factor"))
                                        || topic.at("/spec/replicas").asInt()
                                                > manifests
                                                        .get("KafkaNodePool/nodes")
                                                        .at("/spec/replicas")
                                                        .asInt())
                                .map(topic -> topic + " has another number of copies"),
                        with("KafkaTopic/servicepartner.jobs.v1", "/spec/replicas", "1"),
                        with("KafkaNodePool/nodes", "/spec/replicas", "2")),
                new Rule(
                        "Every service may do in Kafka what its contract says, and no more",
                        manifests -> manifests
                                .applications()
                                .map(deployment -> Application.named(deployment.name()))
                                .filter(Application::isService)
                                .flatMap(service -> WorkloadRules.differences(
                                                needed(service), allowed(manifests.get("KafkaUser/" + service)))
                                        .map(difference -> service + ": " + difference)),
                        with(
                                "KafkaUser/job-service",
                                "/spec/authorization/acls/0/resource/name",
                                "servicepartner.partners.v1"),
                        with("KafkaUser/job-service", "/spec/authorization/acls/0/operations", "[Read, Write]"),
                        with("KafkaUser/job-service", "/spec/authorization/acls/0/resource/patternType", "prefix"),
                        without("KafkaUser/job-service", "/spec/authorization/acls/0")),
                new Rule(
                        "Whatever a user may do, it is with topics that are there, and as somebody with a certificate",
                        manifests -> {
                            Set<String> topics = manifests
                                    .ofKind("KafkaTopic")
                                    .map(Manifest::name)
                                    .collect(Collectors.toSet());
                            return manifests
                                    .ofKind("KafkaUser")
                                    .flatMap(user -> Stream.concat(
                                            elements(user.at("/spec/authorization/acls"))
                                                    .map(acl -> acl.path("resource"))
                                                    .filter(resource -> resource.path("type")
                                                            .asText()
                                                            .equals("topic"))
                                                    .map(resource -> resource.path("name")
                                                            .asText())
                                                    .filter(topic -> !topics.contains(topic))
                                                    .map(topic -> user + " may do something with " + topic),
                                            Stream.of(user)
                                                    .filter(one -> !one.at("/spec/authentication/type")
                                                            .asText()
                                                            .equals("tls"))
                                                    .map(one -> one + " is let in without a certificate")));
                        },
                        with(
                                "KafkaUser/smartcontrol",
                                "/spec/authorization/acls/0/resource/name",
                                "smartcontrol.jobs.v2"),
                        with("KafkaUser/smartcontrol", "/spec/authentication/type", "scram-sha-512")),
                new Rule(
                        "Nobody may do everything in Kafka but operators",
                        manifests -> Stream.concat(
                                WorkloadRules.differences(
                                        Set.of("CN=operator"),
                                        elements(manifests
                                                        .get("Kafka/kafka")
                                                        .at("/spec/kafka/authorization/superUsers"))
                                                .map(JsonNode::asText)
                                                .collect(Collectors.toSet())),
                                manifests
                                                .ofKind("KafkaUser")
                                                .map(Manifest::name)
                                                .anyMatch("operator"::equals)
                                        ? Stream.of()
                                        : Stream.of("There is no user for operators")),
                        with("Kafka/kafka", "/spec/kafka/authorization/superUsers", "[CN=operator, CN=job-service]"),
                        with("KafkaUser/operator", "/metadata/name", "admin")),
                new Rule(
                        "Topics, users and nodes belong to the one Kafka that there is",
                        manifests -> manifests.all().stream()
                                .filter(manifest -> manifest.kind().startsWith("Kafka"))
                                .filter(manifest -> !manifest.kind().equals("Kafka"))
                                .filter(manifest -> !manifest.at("/metadata/labels/strimzi.io~1cluster")
                                        .equals(manifests.get("Kafka/kafka").at("/metadata/name")))
                                .map(manifest -> manifest + " belongs to no Kafka"),
                        without("KafkaTopic/servicepartner.jobs.v1", "/metadata/labels/strimzi.io~1cluster")));
    }

    private static Stream<String> topics(Manifests manifests) {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        for (Application application : Application.ALL) {
            application.consumed().forEach(topic -> expected.putIfAbsent(topic, Map.of()));
            application.published().forEach(topic -> expected.put(topic, Map.of()));
            application.compacted().forEach(topic -> expected.put(topic, LAST_OF_EACH_KEY));
            application.deadLetters().forEach(topic -> expected.put(topic, FOR_EVER));
        }
        return WorkloadRules.differences(
                expected.entrySet().stream()
                        .map(topic -> topic(topic.getKey(), PARTITIONS, topic.getValue()))
                        .collect(Collectors.toSet()),
                manifests
                        .ofKind("KafkaTopic")
                        .map(topic -> topic(
                                topic.name(),
                                topic.at("/spec/partitions").asInt(),
                                topic.at("/spec/config").properties().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                setting -> setting.getValue().asText()))))
                        .collect(Collectors.toSet()));
    }

    private static String topic(String name, int partitions, Map<String, String> settings) {
        return name + " in " + partitions + new TreeMap<>(settings);
    }

    private static Set<String> needed(Application service) {
        return Stream.of(
                        service.consumed().stream().map(topic -> "Read topic " + topic),
                        service.consumerGroups().stream().map(group -> "Read group " + group),
                        service.published().stream().map(topic -> "Write topic " + topic),
                        // What operators let it read: dead letters, and after a restore what it told last.
                        service.compacted().stream().map(topic -> "Read topic " + topic),
                        service.deadLetters().stream().map(topic -> "Read topic " + topic),
                        service.deadLetters().stream().map(topic -> "Write topic " + topic))
                .flatMap(operations -> operations)
                .collect(Collectors.toSet());
    }

    private static Set<String> allowed(Manifest user) {
        return elements(user.at("/spec/authorization/acls"))
                .flatMap(acl -> elements(acl.path("operations")).map(operation -> operation(operation, acl)))
                .collect(Collectors.toSet());
    }

    private static String operation(JsonNode operation, JsonNode acl) {
        JsonNode resource = acl.path("resource");
        boolean exactly = resource.path("patternType").asText("literal").equals("literal");
        return operation.asText() + " " + resource.path("type").asText() + " "
                + resource.path("name").asText() + (exactly ? "" : "*");
    }
}
