package org.servicepartner.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;

/** Somebody outside: keeps cookies like a browser, and follows redirects only when told to. */
class Caller {

    private static final Pattern LOGIN_FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient http;
    private final String base;

    Caller(RunningGateway gateway) {
        this(gateway, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Caller(RunningGateway gateway, CookieManager cookies) {
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
        this.base = gateway.url();
    }

    /** The same browser, led to another replica. */
    Caller at(RunningGateway replica) {
        return new Caller(replica, cookies);
    }

    HttpResponse<String> get(String address, String... headers) {
        return send(request(address, headers).GET());
    }

    HttpResponse<String> post(String address, String body, String... headers) {
        return send(request(address, headers).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String address, String... headers) {
        return send(request(address, headers).DELETE());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            // Browsers count loopback addresses as secure, the JDK does not.
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<InputStream> open(String address, String... headers) throws IOException, InterruptedException {
        return http.send(request(address, headers).GET().build(), BodyHandlers.ofInputStream());
    }

    HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base).resolve(address));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Leaves at Keycloak itself, as from another application, and confirms it there. */
    void signOutAtKeycloak() {
        URI leave = URI.create(RunningGateway.keycloak().issuer() + "/protocol/openid-connect/logout");
        HttpResponse<String> question = send(HttpRequest.newBuilder(leave));
        Matcher form = LOGIN_FORM.matcher(question.body());
        Matcher code =
                Pattern.compile("name=\"session_code\" value=\"([^\"]+)\"").matcher(question.body());
        if (!form.find() || !code.find()) {
            throw new IllegalStateException("No question at " + question.uri() + ": " + question.body());
        }
        send(HttpRequest.newBuilder(leave.resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("session_code=" + code.group(1) + "&confirmLogout=yes")));
    }

    /** Signs in on Keycloak's page, as a person would, and returns the answer of the page that comes after. */
    HttpResponse<String> signIn(DemoUser user) {
        return signIn(user, "/oauth2/authorization/keycloak");
    }

    /** The same from a link with wishes of its own. */
    HttpResponse<String> signIn(DemoUser user, String start) {
        return signIn(user.email(), KeycloakServer.DEMO_PASSWORD, start);
    }

    HttpResponse<String> signIn(String email, String password, String start) {
        HttpResponse<String> form = follow(get(start));
        Matcher action = LOGIN_FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("No log-in form at " + form.uri() + ": " + form.body());
        }
        String credentials = "username=" + encode(email) + "&password=" + encode(password);
        return follow(send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(credentials))));
    }

    HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> current = response;
        while (current.statusCode() == 302 || current.statusCode() == 303) {
            URI next = current.uri()
                    .resolve(current.headers().firstValue("Location").orElseThrow());
            current = send(
                    HttpRequest.newBuilder(next).header("Accept", "text/html").GET());
        }
        return current;
    }

    String csrfToken() {
        return cookie("XSRF-TOKEN") instanceof HttpCookie token ? token.getValue() : "";
    }

    @Nullable
    HttpCookie cookie(String name) {
        List<HttpCookie> found = cookies.getCookieStore().get(URI.create(base)).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList();
        return found.isEmpty() ? null : found.getFirst();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
