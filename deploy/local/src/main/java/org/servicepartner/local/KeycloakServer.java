package org.servicepartner.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** A running Keycloak with the realm of the platform and its demo users. */
public abstract sealed class KeycloakServer implements AutoCloseable permits EmbeddedKeycloak, ContainerKeycloak {

    public static final String REALM = "service-partner";
    /** Password of every demo user. */
    public static final String DEMO_PASSWORD = "demo-Passw0rd";
    /** Who answers questions of partners in the local stack; belongs to no partner. */
    public static final String SUPPORT_USER = "sue@service-partner.example";
    /** Administrator of the master realm. */
    public static final String ADMIN = "admin";

    private static final int OK = 200;
    /** So few that they lock nobody out. */
    private static final int REFUSALS = 4;

    /** Two refusals within a second look like a program that guesses, and lock the person out for a minute. */
    private static final Duration AFTER_REFUSAL = Duration.ofMillis(1_500);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    KeycloakServer() {}

    /** {@code http://127.0.0.1:<port>}. */
    public abstract URI baseUrl();

    /** Password of {@link #ADMIN}, made up by this machine. */
    public abstract String adminPassword();

    @Override
    public abstract void close();

    /** Ends the server as {@code kill -9} does, starts it again with the same data at the same port, and waits until it answers. */
    public abstract void killAndRestart();

    /** The issuer of the access tokens: {@code <baseUrl>/realms/service-partner}. */
    public final URI issuer() {
        return baseUrl().resolve("/realms/" + REALM);
    }

    /**
     * An access token of a demo user, valid for five minutes. Keycloak refuses a log-in that comes while it still books the one
     * before of the same person, so a refusal is not believed at once.
     *
     * @throws InfrastructureException if Keycloak refuses the log-in for seconds
     */
    public final String token(DemoUser user) {
        Map<String, String> logIn = logIn(user.email(), DEMO_PASSWORD);
        HttpResponse<String> answer = ask(logIn);
        for (int left = REFUSALS; left > 0 && answer.statusCode() != OK; left--) {
            LockSupport.parkNanos(AFTER_REFUSAL.toNanos());
            answer = ask(logIn);
        }
        return token(user.email(), answer);
    }

    /**
     * An access token through the client {@code local-tools}, valid for five minutes.
     *
     * @throws InfrastructureException if Keycloak refuses the log-in
     */
    public final String token(String email, String password) {
        return token(email, ask(logIn(email, password)));
    }

    /**
     * An access token of a program's service account, valid for five minutes.
     *
     * @throws InfrastructureException if Keycloak does not know the client by this secret
     */
    public final String clientToken(String clientId, String secret) {
        return token(
                clientId,
                ask(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret)));
    }

    private static Map<String, String> logIn(String email, String password) {
        return Map.of("grant_type", "password", "client_id", "local-tools", "username", email, "password", password);
    }

    private HttpResponse<String> ask(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static String token(String whose, HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new InfrastructureException("Keycloak gave no token to " + whose + ": " + answer.body());
        }
        return JsonMapper.shared()
                .readTree(answer.body())
                .required("access_token")
                .asString();
    }

    /** Whether Keycloak serves this realm already. */
    final boolean answers(String realm) {
        return Http.answersOk(baseUrl().resolve("/realms/" + realm));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new InfrastructureException("Keycloak at " + baseUrl() + " does not answer.", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("Interrupted while waiting for Keycloak.", stop);
        }
    }
}
