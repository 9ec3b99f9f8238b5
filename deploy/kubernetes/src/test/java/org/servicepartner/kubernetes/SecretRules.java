package org.servicepartner.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.servicepartner.kubernetes.Change.with;
import static org.servicepartner.kubernetes.Change.without;
import static org.servicepartner.kubernetes.Manifests.elements;

/** Who needs a secret, and who makes it: External Secrets, Strimzi, CloudNativePG or cert-manager. */
final class SecretRules {

    /** Members that name a secret and one of its keys. */
    private static final Set<String> REFERENCES =
            Set.of("secretKeyRef", "usernameSecret", "passwordSecret", "accessKeyId", "secretAccessKey", "secret");

    private static final Set<String> NAME_AND_PASSWORD = Set.of("username", "password");

    private SecretRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "Every secret that somebody needs, somebody makes",
                        manifests -> {
                            Set<String> made = made(manifests).collect(Collectors.toSet());
                            return manifests.all().stream()
                                    .flatMap(manifest -> needed(manifest.content())
                                            .filter(secret -> !made.contains(secret))
                                            .map(secret -> manifest + " needs " + secret));
                        },
                        without("ExternalSecret/identity-service.keys", "/spec/data/0"),
                        with("KafkaUser/job-service", "/metadata/name", "jobs"),
                        with("ExternalSecret/keycloak-admin", "/metadata/name", "admin"),
                        with("Cluster/postgresql", "/metadata/name", "database"),
                        without("Gateway/edge", "/metadata/annotations"),
                        with(
                                "ObjectStore/postgresql-backups",
                                "/spec/configuration/s3Credentials/accessKeyId/key",
                                "id")),
                new Rule(
                        "No secret stands in the manifests, and every external one comes from the store",
                        manifests -> Stream.concat(
                                manifests.ofKind("Secret").map(secret -> secret + " stands in the manifests"),
                                manifests
                                        .ofKind("ExternalSecret")
                                        .filter(secret -> manifests
                                                .ofKind("SecretStore")
                                                .noneMatch(store -> store.name()
                                                        .equals(secret.at("/spec/secretStoreRef/name")
                                                                .asText())))
                                        .map(secret -> secret + " comes from nowhere")),
                        with("ExternalSecret/gateway.keys", "/spec/secretStoreRef/name", "vault"),
                        with("ConfigMap/environment", "/kind", "Secret")),
                new Rule(
                        "A store of demo secrets has all that is asked of it",
                        manifests -> {
                            Set<String> kept = manifests
                                    .ofKind("SecretStore")
                                    .flatMap(store -> elements(store.at("/spec/provider/fake/data")))
                                    .flatMap(SecretRules::kept)
                                    .collect(Collectors.toSet());
                            return kept.isEmpty()
                                    ? Stream.of()
                                    : manifests
                                            .ofKind("ExternalSecret")
                                            .flatMap(secret -> elements(secret.at("/spec/data")))
                                            .map(data ->
                                                    data.at("/remoteRef/key").asText() + "/"
                                                            + data.at("/remoteRef/property")
                                                                    .asText())
                                            .filter(asked -> !kept.contains(asked));
                        },
                        with(
                                "SecretStore/service-partner",
                                "/spec/provider",
                                "{fake: {data: [{key: database/job, value: '{\"password\": \"demo\"}'}]}}")));
    }

    private static Stream<String> needed(JsonNode node) {
        Stream<String> here = node.properties().stream().flatMap(member -> {
            JsonNode value = member.getValue();
            if (member.getKey().equals("certificateRefs")) {
                return elements(value)
                        .map(certificate -> certificate.path("name").asText() + "/tls.crt");
            }
            if (member.getKey().equals("bootstrapAdmin")) {
                return NAME_AND_PASSWORD.stream()
                        .map(key -> value.at("/user/secret").asText() + "/" + key);
            }
            if (!REFERENCES.contains(member.getKey()) || !value.isObject()) {
                return Stream.of();
            }
            if (value.has("secretName")) {
                return elements(value.path("items"))
                        .map(item -> value.path("secretName").asText() + "/"
                                + item.path("key").asText());
            }
            if (!value.has("name")) {
                return Stream.of();
            }
            String name = value.path("name").asText();
            return value.has("key")
                    ? Stream.of(name + "/" + value.path("key").asText())
                    : NAME_AND_PASSWORD.stream().map(key -> name + "/" + key);
        });
        return Stream.concat(here, elements(node).flatMap(SecretRules::needed));
    }

    private static Stream<String> made(Manifests manifests) {
        return Stream.of(
                        manifests
                                .ofKind("ExternalSecret")
                                .flatMap(secret -> keys(secret).map(key -> secret.name() + "/" + key)),
                        manifests
                                .ofKind("KafkaUser")
                                .flatMap(
                                        user -> Stream.of("ca.crt", "user.crt", "user.key", "user.p12", "user.password")
                                                .map(key -> user.name() + "/" + key)),
                        manifests
                                .ofKind("Kafka")
                                .flatMap(kafka -> Stream.of("ca.crt", "ca.p12", "ca.password")
                                        .map(key -> kafka.name() + "-cluster-ca-cert/" + key)),
                        manifests.ofKind("Cluster").map(cluster -> cluster.name() + "-ca/ca.crt"),
                        manifests
                                .ofKind("Gateway")
                                .filter(gateway ->
                                        gateway.at("/metadata/annotations").has("cert-manager.io/cluster-issuer"))
                                .flatMap(gateway -> needed(gateway.content())))
                .flatMap(secrets -> secrets);
    }

    /** Of the template, if there is one, which then decides. */
    private static Stream<String> keys(Manifest secret) {
        JsonNode template = secret.at("/spec/target/template/data");
        return template.isObject()
                ? template.properties().stream().map(Map.Entry::getKey)
                : elements(secret.at("/spec/data"))
                        .map(data -> data.path("secretKey").asText());
    }

    private static Stream<String> kept(JsonNode secret) {
        try {
            return Manifests.JSON.readTree(secret.path("value").asText()).properties().stream()
                    .map(property -> secret.path("key").asText() + "/" + property.getKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
