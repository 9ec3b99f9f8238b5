package org.servicepartner.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.servicepartner.kubernetes.Manifests.elements;

/**
 * Somebody who talks to others.
 *
 * @param namespace empty for somebody outside the cluster
 * @param ports where it listens; as {@code 53/UDP} if not by TCP
 */
record Pod(String name, String namespace, Map<String, String> labels, Set<String> ports) {

    private static final String OURS = "service-partner";

    /** Somebody outside the cluster; at these ports the applications and servers need somebody there. */
    static final Pod OUTSIDE = new Pod("outside", "", Map.of(), Set.of("443", "587", "6443"));

    /** What is in the cluster beside us. */
    private static final List<Pod> NEIGHBOURS = List.of(
            OUTSIDE,
            new Pod("dns", "kube-system", Map.of("k8s-app", "kube-dns"), Set.of("53", "53/UDP")),
            new Pod("edge", "envoy-gateway-system", Map.of("app.kubernetes.io/name", "envoy"), Set.of()),
            new Pod("prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus"), Set.of()),
            new Pod(
                    "opentelemetry-collector",
                    "monitoring",
                    Map.of("app.kubernetes.io/name", "opentelemetry-collector"),
                    Set.of("4318")),
            new Pod("cnpg", "cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg"), Set.of()),
            new Pod("somebody", "default", Map.of(), Set.of()));

    /** The pods of the Deployments, those that operators make of their resources, and the neighbours. */
    static List<Pod> all(Manifests manifests) {
        return Stream.of(
                        manifests.ofKind("Deployment").map(Pod::of),
                        manifests.ofKind("Kafka").flatMap(Pod::ofStrimzi),
                        manifests.ofKind("Cluster").map(Pod::ofCloudNativePg),
                        manifests.ofKind("Keycloak").map(Pod::ofKeycloak),
                        manifests.ofKind("Gateway").map(Pod::ofCertManager),
                        NEIGHBOURS.stream())
                .flatMap(pods -> pods)
                .toList();
    }

    boolean isOurs() {
        return namespace.equals(OURS);
    }

    /** Whether a label selector of Kubernetes selects it. */
    boolean isSelectedBy(JsonNode selector) {
        return selector.path("matchLabels").properties().stream()
                        .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())))
                && elements(selector.path("matchExpressions")).allMatch(this::fulfils);
    }

    private boolean fulfils(JsonNode expression) {
        boolean has = labels.containsKey(expression.path("key").asText());
        return switch (expression.path("operator").asText()) {
            case "Exists" -> has;
            case "DoesNotExist" -> !has;
            default -> throw new IllegalArgumentException("Not understood here: " + expression);
        };
    }

    /** Of a Job made from the Deployment's template, with the label that Kubernetes adds. */
    static Pod ofJobLike(Manifest deployment) {
        Map<String, String> labels = new HashMap<>(of(deployment).labels);
        labels.put("batch.kubernetes.io/job-name", deployment.name() + "-operation");
        return new Pod(deployment.name() + "-operation", OURS, labels, Set.of());
    }

    private static Pod of(Manifest deployment) {
        return new Pod(
                deployment.name(),
                OURS,
                deployment.at("/spec/template/metadata/labels").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, label -> label.getValue().asText())),
                elements(deployment.at("/spec/template/spec/containers/0/ports"))
                        .map(port -> port.path("containerPort").asText())
                        .collect(Collectors.toSet()));
    }

    private static Stream<Pod> ofStrimzi(Manifest kafka) {
        return Map.of(
                        "kafka", Set.of("8443", "9090", "9091", "9093", "9094"),
                        "entity-operator", Set.<String>of(),
                        "kafka-exporter", Set.of("9404"))
                .entrySet()
                .stream()
                .map(part -> new Pod(
                        kafka.name() + "-" + part.getKey(),
                        OURS,
                        Map.of(
                                "strimzi.io/cluster",
                                kafka.name(),
                                "strimzi.io/name",
                                kafka.name() + "-" + part.getKey()),
                        part.getValue()));
    }

    static Pod ofCloudNativePg(Manifest cluster) {
        return new Pod(cluster.name(), OURS, Map.of("cnpg.io/cluster", cluster.name()), Set.of("5432", "8000", "9187"));
    }

    private static Pod ofKeycloak(Manifest keycloak) {
        return new Pod(
                keycloak.name(),
                OURS,
                Map.of("app", "keycloak", "app.kubernetes.io/instance", keycloak.name()),
                Set.of("7800", "8080", "9000", "57800"));
    }

    private static Pod ofCertManager(Manifest gateway) {
        return new Pod(
                "solver-of-" + gateway.name(),
                OURS,
                Map.of("acme.cert-manager.io/http01-solver", "true"),
                Set.of("8089"));
    }

    @Override
    public String toString() {
        return name;
    }
}
