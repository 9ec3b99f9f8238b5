package org.servicepartner.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.servicepartner.kubernetes.Change.with;
import static org.servicepartner.kubernetes.Change.without;
import static org.servicepartner.kubernetes.Manifests.elements;

/** Who may talk to whom. */
final class NetworkRules {

    private static final Pattern ADDRESS = Pattern.compile("(?:^|://)([a-z][a-z0-9.-]*):(\\d+)");

    /** Services that operators make, and whose pods are behind them. */
    private static final Map<String, String> OPERATORS_SERVICES = Map.of(
            "postgresql-rw", "postgresql",
            "kafka-kafka-bootstrap", "kafka-kafka",
            "keycloak-service", "keycloak",
            "opentelemetry-collector.monitoring", "opentelemetry-collector");

    private NetworkRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "Nobody talks to anybody unless a policy says so",
                        manifests -> manifests
                                        .ofKind("NetworkPolicy")
                                        .map(policy -> policy.at("/spec"))
                                        .anyMatch(policy -> policy.path("podSelector")
                                                        .isEmpty()
                                                && policy.path("policyTypes").size() == 2
                                                && !policy.has("ingress")
                                                && !policy.has("egress"))
                                ? Stream.of()
                                : Stream.of("There is no policy that denies all"),
                        with("NetworkPolicy/deny-all", "/spec/policyTypes", "[Ingress]"),
                        with("NetworkPolicy/deny-all", "/spec/ingress", "[{}]")),
                new Rule(
                        "Policies and monitors are about pods that there are",
                        NetworkRules::selectors,
                        with(
                                "NetworkPolicy/services-from-gateway",
                                "/spec/ingress/0/from/0/podSelector/matchLabels",
                                "{app.kubernetes.io/name: gate}"),
                        with("NetworkPolicy/kafka", "/spec/podSelector/matchLabels", "{strimzi.io/cluster: broker}"),
                        with(
                                "PodMonitor/applications",
                                "/spec/selector/matchLabels",
                                "{app.kubernetes.io/part-of: all}")),
                new Rule(
                        "Applications may talk to whom their settings name and to nobody else, and nobody else to them",
                        NetworkRules::connections,
                        without("NetworkPolicy/services-to-kafka", "/spec/egress"),
                        without("NetworkPolicy/dns", "/spec/egress/0/ports/0"),
                        with(
                                "Kafka/kafka",
                                "/spec/kafka/listeners/0/networkPolicyPeers/0/podSelector/matchLabels",
                                "{app.kubernetes.io/component: gateway}"),
                        without("Keycloak/keycloak", "/spec/networkPolicy/http/0"),
                        with("NetworkPolicy/services-from-gateway", "/spec/ingress/0/from/0/podSelector", "{}"),
                        without("NetworkPolicy/applications-from-prometheus", "/spec/ingress"),
                        without("NetworkPolicy/gateway-to-services", "/spec/egress/0/ports"),
                        with("ConfigMap/gateway-settings", "/data/JOB_SERVICE_URL", "http://job-service:8081")),
                new Rule(
                        "A PostgreSQL that is recovered beside, as the runbook says, reaches backups and API server, and its operator reaches it",
                        manifests -> manifests.ofKind("Cluster").flatMap(cluster -> {
                            Pod recovered = Pod.ofCloudNativePg(Runbook.recoveredCluster());
                            return closed(
                                    manifests,
                                    List.of(
                                            new Way("Egress", recovered, "outside", "443"),
                                            new Way("Egress", recovered, "outside", "6443"),
                                            new Way("Egress", recovered, "dns", "53/UDP"),
                                            new Way("Ingress", recovered, "cnpg", "8000"),
                                            new Way("Ingress", recovered, "cnpg", "5432")));
                        }),
                        with(
                                "NetworkPolicy/postgresql",
                                "/spec/podSelector",
                                "{matchLabels: {cnpg.io/cluster: postgresql}}")),
                new Rule(
                        "Kafka's nodes that are reached at node ports ask the API server for their addresses",
                        manifests -> elements(manifests.get("Kafka/kafka").at("/spec/kafka/listeners"))
                                .filter(listener ->
                                        listener.path("type").asText().equals("nodeport"))
                                .flatMap(listener -> Pod.all(manifests).stream())
                                .filter(pod -> pod.name().equals("kafka-kafka"))
                                .flatMap(node -> closed(
                                        manifests,
                                        List.of(
                                                new Way("Egress", node, "outside", "443"),
                                                new Way("Egress", node, "outside", "6443")))),
                        with("Kafka/kafka", "/spec/kafka/listeners/1/type", "nodeport")));
    }

    private record Way(String direction, Pod pod, String peer, String port) {}

    private static Stream<String> closed(Manifests manifests, List<Way> ways) {
        List<JsonNode> policies = policies(manifests);
        List<Pod> pods = Pod.all(manifests);
        return ways.stream()
                .filter(way -> pods.stream()
                        .filter(pod -> pod.name().equals(way.peer))
                        .noneMatch(peer -> passes(policies, way.direction, way.pod, peer, way.port)))
                .map(way -> "%s of %s is closed: %s:%s".formatted(way.direction, way.pod, way.peer, way.port));
    }

    private static Stream<String> selectors(Manifests manifests) {
        List<Pod> pods = Pod.all(manifests);
        Stream<String> ofPolicies = manifests
                .ofKind("NetworkPolicy")
                .flatMap(policy -> Stream.concat(
                                Stream.of(inOurNamespace(policy.at("/spec/podSelector"))),
                                Stream.of("ingress/from", "egress/to")
                                        .map(direction -> direction.split("/"))
                                        .flatMap(direction -> elements(policy.at("/spec/" + direction[0]))
                                                .flatMap(rule -> elements(rule.path(direction[1])))))
                        .filter(peer -> pods.stream().noneMatch(pod -> isPeer(pod, peer)))
                        .map(peer -> policy + " is about nobody: " + peer));
        Stream<String> ofMonitors = manifests
                .ofKind("PodMonitor")
                .filter(monitor -> pods.stream()
                        .filter(Pod::isOurs)
                        .noneMatch(pod -> pod.isSelectedBy(monitor.at("/spec/selector"))))
                .map(monitor -> monitor + " is about nobody");
        return Stream.concat(ofPolicies, ofMonitors);
    }

    private static JsonNode inOurNamespace(JsonNode podSelector) {
        return Manifests.YAML.createObjectNode().set("podSelector", podSelector);
    }

    /** Looked at from both ends, each of which is there for the case that the other is wrong. */
    private static Stream<String> connections(Manifests manifests) {
        Set<String> needed = needed(manifests);
        Set<String> outgoing = new TreeSet<>();
        Set<String> incoming = new TreeSet<>();
        Set<String> applications = manifests.applications().map(Manifest::name).collect(Collectors.toSet());
        List<JsonNode> policies = policies(manifests);
        List<Pod> pods = Pod.all(manifests);
        for (Pod from : pods) {
            for (Pod to : pods) {
                for (String port : from == to ? Set.<String>of() : to.ports()) {
                    String connection = connection(from.name(), to.name(), port);
                    boolean matters = needed.contains(connection);
                    if ((matters || applications.contains(from.name())) && passes(policies, "Egress", from, to, port)) {
                        outgoing.add(connection);
                    }
                    if ((matters || applications.contains(to.name())) && passes(policies, "Ingress", to, from, port)) {
                        incoming.add(connection);
                    }
                }
            }
        }
        return Stream.concat(
                WorkloadRules.differences(needed, outgoing).map(difference -> "Outgoing: " + difference),
                WorkloadRules.differences(needed, incoming).map(difference -> "Incoming: " + difference));
    }

    /** As {@code job-service to postgresql:5432}. */
    private static String connection(String from, String to, String port) {
        return from + " to " + to + ":" + port;
    }

    private static Set<String> needed(Manifests manifests) {
        Set<String> needed = new TreeSet<>();
        boolean monitored = manifests.ofKind("PodMonitor").findAny().isPresent();
        manifests.applications().forEach(application -> {
            String name = application.name();
            Map<String, String> environment = Environment.of(application, manifests);
            environment.values().stream()
                    .flatMap(value -> ADDRESS.matcher(value).results())
                    .forEach(address -> needed.add(connection(
                            name,
                            OPERATORS_SERVICES.getOrDefault(address.group(1), address.group(1)),
                            address.group(2))));
            if (environment.containsKey("SMTP_HOST")) {
                String host = environment.get("SMTP_HOST");
                boolean inside = manifests
                        .ofKind("Service")
                        .anyMatch(service -> service.name().equals(host));
                needed.add(connection(name, inside ? host : Pod.OUTSIDE.name(), environment.get("SMTP_PORT")));
            }
            needed.add(connection(name, "dns", "53"));
            needed.add(connection(name, "dns", "53/UDP"));
            if (monitored) {
                needed.add(connection("prometheus", name, environment.get("MANAGEMENT_SERVER_PORT")));
            }
        });
        needed.add(connection("edge", "gateway", "8080"));
        return needed;
    }

    /** Ours, and those that the operators make of what their resources say about networks. */
    private static List<JsonNode> policies(Manifests manifests) {
        Stream<JsonNode> ours = manifests.ofKind("NetworkPolicy").map(policy -> policy.at("/spec"));
        Stream<JsonNode> strimzis = manifests
                .ofKind("Kafka")
                .flatMap(kafka -> elements(kafka.at("/spec/kafka/listeners"))
                        .map(listener -> ingress(
                                "{strimzi.io/name: %s-kafka}".formatted(kafka.name()),
                                listener.path("port").asInt(),
                                listener.path("networkPolicyPeers"))));
        Stream<JsonNode> keycloaks = manifests
                .ofKind("Keycloak")
                .map(keycloak -> ingress(
                        "{app.kubernetes.io/instance: %s}".formatted(keycloak.name()),
                        8080,
                        keycloak.at("/spec/networkPolicy/http")));
        return Stream.of(ours, strimzis, keycloaks)
                .flatMap(policies -> policies)
                .toList();
    }

    private static JsonNode ingress(String labels, int port, JsonNode peers) {
        ObjectNode policy = (ObjectNode) Change.parsed(
                "{podSelector: {matchLabels: %s}, policyTypes: [Ingress], ingress: [{ports: [{port: %d}]}]}"
                        .formatted(labels, port));
        if (peers instanceof ArrayNode) {
            ((ObjectNode) policy.at("/ingress/0")).set("from", peers);
        }
        return policy;
    }

    /** Whether policies let pass what goes from or comes to the pod. */
    private static boolean passes(List<JsonNode> policies, String direction, Pod pod, Pod peer, String port) {
        List<JsonNode> concerned = policies.stream()
                .filter(policy -> pod.isOurs()
                        && pod.isSelectedBy(policy.path("podSelector"))
                        && elements(policy.path("policyTypes"))
                                .anyMatch(type -> type.asText().equals(direction)))
                .toList();
        String rules = direction.equals("Egress") ? "egress" : "ingress";
        String peers = direction.equals("Egress") ? "to" : "from";
        return concerned.isEmpty()
                || concerned.stream()
                        .flatMap(policy -> elements(policy.path(rules)))
                        .anyMatch(rule -> allOrAny(rule.path(peers), one -> isPeer(peer, one))
                                && allOrAny(rule.path("ports"), one -> port(one).equals(port)));
    }

    private static String port(JsonNode port) {
        return port.path("port").asText()
                + (port.path("protocol").asText("TCP").equals("TCP")
                        ? ""
                        : "/" + port.path("protocol").asText());
    }

    private static boolean allOrAny(JsonNode list, Predicate<JsonNode> matches) {
        return list.isEmpty() || elements(list).anyMatch(matches);
    }

    private static boolean isPeer(Pod pod, JsonNode peer) {
        if (peer.at("/ipBlock/cidr").asText().equals("0.0.0.0/0")) {
            return true;
        }
        boolean there = peer.has("namespaceSelector")
                ? pod.namespace()
                        .equals(peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                                .asText())
                : pod.isOurs();
        return there && pod.isSelectedBy(peer.path("podSelector"));
    }
}
