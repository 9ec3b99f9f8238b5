package org.servicepartner.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One document. */
record Manifest(ObjectNode content) {

    /** What kustomize puts behind the name of a generated ConfigMap. */
    private static final String HASH = "-[a-z0-9]{10}$";

    String kind() {
        return content.path("kind").asText();
    }

    String name() {
        return at("/metadata/name").asText();
    }

    /** As {@code Deployment/job-service}. */
    String id() {
        return kind() + "/" + ("ConfigMap".equals(kind()) ? name().replaceFirst(HASH, "") : name());
    }

    /** As {@code apps/v1 Deployment}. */
    String type() {
        return content.path("apiVersion").asText() + " " + kind();
    }

    JsonNode at(String pointer) {
        return content.at(pointer);
    }

    @Override
    public String toString() {
        return id();
    }
}
