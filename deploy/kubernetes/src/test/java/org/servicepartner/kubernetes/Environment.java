package org.servicepartner.kubernetes;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import static org.servicepartner.kubernetes.Manifests.elements;

/** The environment variables of a container, with what stands in ConfigMaps and the values that ExternalSecrets give away. */
final class Environment {

    private Environment() {}

    /** Of the first container; for a secret value, {@code secret <name>/<key>}. */
    static Map<String, String> of(Manifest deployment, Manifests manifests) {
        Map<String, String> environment = new TreeMap<>();
        JsonNode container = deployment.at("/spec/template/spec/containers/0");
        elements(container.path("envFrom"))
                .map(source -> source.at("/configMapRef/name").asText())
                .flatMap(name -> configMap(name, manifests).properties().stream())
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        elements(container.path("env"))
                .forEach(variable -> environment.put(variable.path("name").asText(), value(variable, manifests)));
        return environment;
    }

    private static String value(JsonNode variable, Manifests manifests) {
        JsonNode shared = variable.at("/valueFrom/configMapKeyRef");
        JsonNode secret = variable.at("/valueFrom/secretKeyRef");
        if (shared.isObject()) {
            return configMap(shared.path("name").asText(), manifests)
                    .path(shared.path("key").asText())
                    .asText();
        }
        return secret.isObject()
                ? "secret " + secret.path("name").asText() + "/"
                        + secret.path("key").asText()
                : variable.path("value").asText();
    }

    private static JsonNode configMap(String name, Manifests manifests) {
        return manifests
                .ofKind("ConfigMap")
                .filter(map -> map.name().equals(name))
                .findFirst()
                .map(map -> map.at("/data"))
                .orElseThrow(() -> new IllegalStateException("There is no ConfigMap " + name));
    }
}
