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

    private static final int LOG_IN_ATTEMPTS = 10;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);

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
        for (int left = LOG_IN_ATTEMPTS; left > 1; left--) {
            try {
                return token(user.email(), DEMO_PASSWORD);
            } catch (InfrastructureException refused) {
                LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            }
        }
        return token(user.email(), DEMO_PASSWORD);
    }

    /**
     * An access token through the client {@code local-tools}, valid for five minutes.
     *
     * @throws InfrastructureException if Keycloak refuses the log-in
     */
    public final String token(String email, String password) {
        return token(
                email,
                Map.of("grant_type", "password", "client_id", "local-tools", "username", email, "password", password));
    }

    /**
     * An access token of a program's service account, valid for five minutes.
     *
     * @throws InfrastructureException if Keycloak does not know the client by this secret
     */
    public final String clientToken(String clientId, String secret) {
        return token(
                clientId, Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    private String token(String whose, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw new InfrastructureException("Keycloak gave no token to " + whose + ": " + response.body());
        }
        return JsonMapper.shared()
                .readTree(response.body())
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
