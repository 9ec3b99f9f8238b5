package org.servicepartner.acceptance;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(int status, String contentType, String body) {
    private static final String PROBLEM = "urn:service-partner:problem:";

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                response.body());
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String text(String field) {
        return json().get(field).asString();
    }

    /** {@code 409 connection-not-pending}; only of a whole problem, as RFC 9457 has it, that tells what to do. */
    String problem() {
        JsonNode problem = json();
        if (!contentType.startsWith("application/problem+json")
                || !problem.path("type").asString("").startsWith(PROBLEM)
                || problem.path("status").asInt() != status
                || Stream.of("title", "detail", "advice", "instance")
                        .anyMatch(member -> problem.path(member).asString("").isBlank())) {
            throw new AssertionError("No problem with advice: " + this);
        }
        return status + " " + problem.get("type").asString().replace(PROBLEM, "");
    }
}
