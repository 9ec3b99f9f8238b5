package org.servicepartner.acceptance;

import java.net.http.HttpResponse;

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

    /** {@code 409 connection-not-pending}; only of a problem that tells what to do. */
    String problem() {
        JsonNode problem = json();
        if (!contentType.startsWith("application/problem+json")
                || problem.get("advice").asString().isBlank()) {
            throw new AssertionError("No problem with advice: " + this);
        }
        return status + " " + problem.get("type").asString().replace(PROBLEM, "");
    }
}
