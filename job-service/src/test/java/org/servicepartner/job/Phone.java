package org.servicepartner.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;

/** A technician's phone: says things as SmartControl does. */
final class Phone {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final String ALL_PASSED = """
            {"checks":{"online":"PASSED","gps":"PASSED","ignition":"PASSED","centralLock":"PASSED","immobilizer":"PASSED"}}
            """;

    private final int port;
    private final String token;

    Phone(int port, DemoUser user) {
        this(port, Infrastructure.shared().keycloak().token(user));
    }

    Phone(int port, String token) {
        this.port = port;
        this.token = token;
    }

    record Reply(int status, Map<String, List<String>> headers, String text) {
        JsonNode body() {
            return JSON.readTree(text);
        }

        String problem() {
            return body().path("type").asString().replace("urn:service-partner:problem:", "");
        }

        boolean replayed() {
            return headers.getOrDefault("idempotent-replay", List.of()).contains("true");
        }

        String etag() {
            return headers.get("etag").getFirst();
        }

        long version() {
            return body().path("version").asLong();
        }
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    Reply accept(String jobId, long seen) {
        return send(jobId, "accept", key(), "\"" + seen + "\"", "{}");
    }

    Reply release(String jobId, long seen) {
        return send(jobId, "release", key(), "\"" + seen + "\"", "{}");
    }

    Reply start(String jobId, long seen, String vin) {
        return send(jobId, "start", key(), "\"" + seen + "\"", "{\"vin\":\"" + vin + "\"}");
    }

    Reply configure(String jobId, long seen, String unit) {
        return send(
                jobId,
                "configure",
                key(),
                "\"" + seen + "\"",
                "{\"outcome\":\"SUCCEEDED\",\"telematicsUnitId\":\"" + unit + "\"}");
    }

    Reply test(String jobId, long seen) {
        return send(jobId, "test", key(), "\"" + seen + "\"", ALL_PASSED);
    }

    Reply complete(String jobId, long seen) {
        return send(jobId, "complete", key(), "\"" + seen + "\"", "{}");
    }

    Reply fail(String jobId, long seen, String comment) {
        return send(jobId, "fail", key(), "\"" + seen + "\"", "{\"comment\":\"" + comment + "\"}");
    }

    /** @param version and key are left out if null */
    Reply send(String jobId, String command, String key, String version, String body) {
        HttpRequest.Builder request = request("/jobs/" + jobId + "/" + command);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (version != null) {
            request.header("If-Match", version);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply batch(String body) {
        return send(request("/commands").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/smartcontrol/v1" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
