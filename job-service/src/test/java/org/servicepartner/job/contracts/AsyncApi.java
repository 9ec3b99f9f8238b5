package org.servicepartner.job.contracts;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The part of asyncapi.yaml that says which message goes which way on which topic. */
final class AsyncApi {
    private static final String DEAD_LETTERS = ".dlt";

    private final JsonNode document =
            YAMLMapper.builder().build().readTree(Path.of("src/main/resources/contracts/asyncapi.yaml"));

    record Flow(String direction, String message, String topic) implements Comparable<Flow> {
        @Override
        public int compareTo(Flow other) {
            return toString().compareTo(other.toString());
        }
    }

    /** What is received and sent, but for dead letters. */
    Set<Flow> flows() {
        Set<Flow> flows = new TreeSet<>();
        for (JsonNode operation : document.path("operations").values()) {
            String topic = at(operation.path("channel")).path("address").asString();
            if (!topic.endsWith(DEAD_LETTERS)) {
                String direction = operation.path("action").asString().equals("receive") ? "in" : "out";
                operation
                        .path("messages")
                        .forEach(message -> flows.add(
                                new Flow(direction, at(at(message)).path("name").asString(), topic)));
            }
        }
        return flows;
    }

    Set<String> received() {
        return messages("in");
    }

    Set<String> sent() {
        return messages("out");
    }

    private Set<String> messages(String direction) {
        return flows().stream()
                .filter(flow -> flow.direction().equals(direction))
                .map(Flow::message)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> deadLetterTopics() {
        return document.path("channels").values().stream()
                .map(channel -> channel.path("address").asString())
                .filter(topic -> topic.endsWith(DEAD_LETTERS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode at(JsonNode reference) {
        return document.at(reference.path("$ref").asString().substring(1));
    }
}
