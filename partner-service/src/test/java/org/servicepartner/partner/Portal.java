package org.servicepartner.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as the portal does, with the token of one person. */
final class Portal {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String token;

    Portal(int port, String token) {
        this.base = "http://127.0.0.1:" + port + "/api/partner/v1/partner";
        this.token = token;
    }

    record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The end of the type of a problem. */
        String problem() {
            return json().path("type").asString("").replace("urn:service-partner:problem:", "");
        }

        @Override
        public String toString() {
            return status + " " + (type.contains("json") ? new String(body, StandardCharsets.UTF_8) : type);
        }
    }

    Answer partner() {
        return get("");
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer teamDetails(String name, String email) {
        return send("PUT", "/onboarding/team-details", Map.of("teamName", name, "teamEmail", email));
    }

    Answer personalDetails(String firstName, String lastName) {
        return send("PUT", "/onboarding/personal-details", Map.of("firstName", firstName, "lastName", lastName));
    }

    Answer details(String name, String email) {
        return send("PUT", "/details", Map.of("teamName", name, "teamEmail", email));
    }

    Answer sign(Map<String, Object> signature) {
        return send("POST", "/nda/signature", signature);
    }

    /** What a person sends who has read the text that is offered now. */
    Map<String, Object> signature(String language) {
        JsonNode nda = get("/nda?language=" + language).json();
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("version", nda.path("version").asString());
        signature.put("language", language);
        signature.put("documentHash", nda.path("documentHash").asString());
        signature.put("companyName", "Žižkov & Söhne GmbH");
        signature.put("street", "Straße des 17. Juni 135");
        signature.put("zipCity", "10623 Berlin");
        signature.put("representative", "Łucja Čapek");
        signature.put("agreed", true);
        return signature;
    }

    /** All steps up to and without the NDA. */
    Portal upToTheNda(String firstName, String lastName) {
        teamDetails("Žižkov Technik", "team@made-up.example");
        personalDetails(firstName, lastName);
        return this;
    }

    private static String accepted(String path) {
        return switch (path) {
            case "/nda/signed" -> "application/pdf";
            case "/changes" -> "text/event-stream";
            default -> "application/json";
        };
    }

    Answer send(String method, String path, @Nullable Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", accepted(path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(
                    response.statusCode(), headers.getOrDefault("content-type", ""), response.body(), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
