package org.servicepartner.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody of a partner's team at the gateway, with a token from Keycloak. */
final class Person {
    private static final String CONNECTIONS = "/api/partner/v1/fleet-connections";
    private static final String USERS = "/api/partner/v1/users";
    private static final String JOBS = "/api/smartcontrol/v1/jobs";
    private static final long TOKEN_LIFE = Duration.ofMinutes(3).toNanos();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final @Nullable DemoUser user;
    private final String email;
    private final String password;
    private final KeycloakServer keycloak;
    private final URI gateway;
    private @Nullable String token;
    private long tokenSince;

    Person(DemoUser user, KeycloakServer keycloak, URI gateway) {
        this(user, user.email(), KeycloakServer.DEMO_PASSWORD, keycloak, gateway);
    }

    /** Somebody who has registered during a test. */
    Person(String email, String password, KeycloakServer keycloak, URI gateway) {
        this(null, email, password, keycloak, gateway);
    }

    private Person(@Nullable DemoUser user, String email, String password, KeycloakServer keycloak, URI gateway) {
        this.user = user;
        this.email = email;
        this.password = password;
        this.keycloak = keycloak;
        this.gateway = gateway;
    }

    String email() {
        return email;
    }

    /** Of a demo user, or of an admin, who can ask for it. */
    String id() {
        return user != null
                ? user.userId().toString()
                : get("/api/partner/v1/me").text("userId");
    }

    String partnerId() {
        return Objects.requireNonNull(user).partnerId().toString();
    }

    Answer pendingConnections() {
        return get(CONNECTIONS + "?state=PENDING&limit=200");
    }

    Answer connection(String connectionId) {
        return get(CONNECTIONS + "/" + connectionId);
    }

    Answer accept(String connectionId) {
        return send("POST", CONNECTIONS + "/" + connectionId + "/accept", BodyPublishers.noBody());
    }

    Answer decline(String connectionId) {
        return send("POST", CONNECTIONS + "/" + connectionId + "/decline", BodyPublishers.noBody());
    }

    Answer delete(String connectionId) {
        return send("DELETE", CONNECTIONS + "/" + connectionId, BodyPublishers.noBody());
    }

    Answer changeRole(Person colleague, String role) {
        return send(
                "PUT", USERS + "/" + colleague.id() + "/role", BodyPublishers.ofString("{\"role\":\"" + role + "\"}"));
    }

    Answer invite(String address) {
        return invite("Nina", "Lindqvist", address);
    }

    /** As a technician. */
    Answer invite(String firstName, String lastName, String address) {
        return send("POST", USERS, BodyPublishers.ofString("""
            {"firstName":"%s","lastName":"%s","email":"%s","role":"TECHNICIAN","language":"en"}\
            """.formatted(firstName, lastName, address)));
    }

    /** The invited registers, without a browser. */
    static Answer register(URI gateway, String link, String password) {
        String token = link.substring(link.indexOf('#') + 1);
        return send(HttpRequest.newBuilder(gateway.resolve("/api/public/v1/registration/complete"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"token\":\"%s\",\"password\":\"%s\",\"language\":\"en\"}".formatted(token, password))));
    }

    Answer users() {
        return get(USERS);
    }

    Answer remove(Person colleague) {
        return remove(colleague.id());
    }

    Answer remove(String userId) {
        return send("DELETE", USERS + "/" + userId, BodyPublishers.noBody());
    }

    /** A job as the admins of its partner see it, with its time line. */
    Answer adminsJob(String jobId) {
        return get("/api/partner/v1/jobs/" + jobId);
    }

    Answer jobs() {
        return get(JOBS);
    }

    Answer job(String jobId) {
        return get(JOBS + "/" + jobId);
    }

    Answer acceptJob(String jobId) {
        return work(jobId, "accept", "{}");
    }

    Answer start(String jobId) {
        return work(jobId, "start", "{}");
    }

    /** Does something with a job as it is now. */
    Answer work(String jobId, String step, String body) {
        Answer job = job(jobId);
        String version = job.status() == 200 ? job.json().get("version").asString() : "0";
        return work(jobId, step, body, version, UUID.randomUUID().toString());
    }

    /** Does something with a job as it was seen; with the same key again, it is the same command. */
    Answer work(String jobId, String step, String body, String version, String key) {
        return send(authorized(JOBS + "/" + jobId + "/" + step)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", '"' + version + '"')
                .POST(BodyPublishers.ofString(body)));
    }

    /** All pages of the list, as far as they are about this fleet. */
    List<JsonNode> jobsOf(String fleetId) {
        return allJobs().stream()
                .filter(job -> job.get("fleetId").asString().equals(fleetId))
                .toList();
    }

    /** All pages of the list. */
    List<JsonNode> allJobs() {
        List<JsonNode> jobs = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get(JOBS + "?limit=200" + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().get("jobs").forEach(jobs::add);
            JsonNode next = page.json().get("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return jobs;
    }

    List<String> jobIdsOf(String fleetId) {
        return jobsOf(fleetId).stream().map(job -> job.get("jobId").asString()).toList();
    }

    /** The first page of the list with the header that says of which moment it is. */
    HttpResponse<String> newestJobs() {
        return exchange(authorized(JOBS + "?limit=200"));
    }

    /** Opens the live stream. */
    LiveStream openStream() {
        return new LiveStream(HTTP, authorized(JOBS + "/stream").build());
    }

    /** Opens the live stream and returns when everything visible has been sent. */
    LiveStream stream() {
        LiveStream stream = openStream();
        stream.await(event -> event.name().equals("ready"));
        return stream;
    }

    /** Continues a live stream that broke off. */
    LiveStream streamAfter(String lastId) {
        return new LiveStream(
                HTTP,
                authorized(JOBS + "/stream").header("Last-Event-ID", lastId).build());
    }

    private Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    private Answer send(String method, String path, BodyPublisher body) {
        return send(authorized(path).header("Content-Type", "application/json").method(method, body));
    }

    private static Answer send(HttpRequest.Builder request) {
        return Answer.of(exchange(request));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + token());
    }

    synchronized String token() {
        if (token == null || System.nanoTime() - tokenSince > TOKEN_LIFE) {
            token = keycloak.token(email, password);
            tokenSince = System.nanoTime();
        }
        return token;
    }
}
