package org.servicepartner.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.servicepartner.local.App;
import org.servicepartner.local.DemoUser;
import org.servicepartner.local.KeycloakServer;
import org.servicepartner.platform.testing.CloudEventsClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Base64.getUrlDecoder;
import static java.util.Base64.getUrlEncoder;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every operation that the running system's own descriptions list, tried on what belongs to Alpine Fitters by everybody who has no
 * business there. An operation that is not in the table below fails the test: whoever adds one says here who may call it.
 */
@ExtendWith(PlatformExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String LICENSED_VIN = "WVWZZZ1JZXW386752";
    private static final String FORGED_LINK =
            "{\"token\":\"%s.c2lnbmF0dXJl\",\"password\":\"a long enough Passw0rd\"," + "\"language\":\"en\"}";

    private enum Role {
        ADMIN,
        TECHNICIAN,
        SUPPORT,
        TELEMATICS
    }

    /**
     * @param caller who may call it
     * @param refusal of somebody with the right role at another partner; null if the operation names nothing and answers about the
     *     caller's own partner
     */
    private record Operation(Role caller, @Nullable String refusal, String body) {
        boolean namesSomethingOfAlpine() {
            return refusal != null;
        }
    }

    private record Caller(Role role, boolean ofAlpine, String token) {
        boolean mayCall(Operation operation) {
            return role == operation.caller() && (ofAlpine || role == Role.SUPPORT || role == Role.TELEMATICS);
        }
    }

    private final Platform platform;
    private final KeycloakServer keycloak;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String fleet = FleetControl.newFleet();
    private final String connection = FleetControl.newId();
    private final String job = FleetControl.newId();
    private final String vin =
            "WVWZZZ1JZ" + FleetControl.newId().substring(0, 8).toUpperCase(Locale.ROOT);
    private final Map<String, String> ids;
    private final Map<String, Operation> operations;
    private final Map<String, App> described = new TreeMap<>();

    TenantIsolationIT(Platform platform) {
        this.platform = platform;
        this.keycloak = platform.stack().infrastructure().keycloak();
        this.ids = Map.of(
                "connectionId", connection,
                "fleetId", fleet,
                "jobId", job,
                "technicianId", platform.tom().id(),
                "userId", platform.tom().id(),
                "vin", vin);
        this.operations = Map.ofEntries(
                own(Role.ADMIN, "GET /api/partner/v1/me"),
                own(Role.ADMIN, "PUT /api/partner/v1/me"),
                own(Role.ADMIN, "GET /api/partner/v1/users"),
                own(Role.ADMIN, "POST /api/partner/v1/users"),
                own(Role.ADMIN, "GET /api/partner/v1/users/changes"),
                user("DELETE /api/partner/v1/users/{userId}", ""),
                user("POST /api/partner/v1/users/{userId}/invitation", ""),
                user("DELETE /api/partner/v1/users/{userId}/invitation", ""),
                user("PUT /api/partner/v1/users/{userId}/role", "{\"role\":\"ADMIN\"}"),
                own(Role.ADMIN, "GET /api/partner/v1/partner"),
                own(Role.ADMIN, "GET /api/partner/v1/partner/changes"),
                own(Role.ADMIN, "PUT /api/partner/v1/partner/details"),
                own(Role.ADMIN, "GET /api/partner/v1/partner/nda"),
                own(Role.ADMIN, "GET /api/partner/v1/partner/nda/signed"),
                own(Role.ADMIN, "POST /api/partner/v1/partner/nda/signature"),
                own(Role.ADMIN, "PUT /api/partner/v1/partner/onboarding/team-details"),
                own(Role.ADMIN, "PUT /api/partner/v1/partner/onboarding/personal-details"),
                own(Role.ADMIN, "GET /api/partner/v1/fleet-connections"),
                own(Role.ADMIN, "GET /api/partner/v1/fleet-connections/changes"),
                connection("GET /api/partner/v1/fleet-connections/{connectionId}"),
                connection("DELETE /api/partner/v1/fleet-connections/{connectionId}"),
                connection("POST /api/partner/v1/fleet-connections/{connectionId}/accept"),
                connection("POST /api/partner/v1/fleet-connections/{connectionId}/decline"),
                own(Role.ADMIN, "GET /api/partner/v1/jobs"),
                own(Role.ADMIN, "GET /api/partner/v1/jobs/changes"),
                own(Role.ADMIN, "GET /api/partner/v1/jobs/summary"),
                job(Role.ADMIN, "GET /api/partner/v1/jobs/{jobId}", ""),
                job(Role.ADMIN, "GET /api/partner/v1/jobs/{jobId}/visibility", ""),
                own(Role.TECHNICIAN, "GET /api/smartcontrol/v1/me"),
                own(Role.TECHNICIAN, "GET /api/smartcontrol/v1/jobs"),
                own(Role.TECHNICIAN, "GET /api/smartcontrol/v1/jobs/stream"),
                job(Role.TECHNICIAN, "GET /api/smartcontrol/v1/jobs/{jobId}", ""),
                job(Role.TECHNICIAN, "POST /api/smartcontrol/v1/jobs/{jobId}/accept", "{}"),
                job(Role.TECHNICIAN, "POST /api/smartcontrol/v1/jobs/{jobId}/release", "{}"),
                job(Role.TECHNICIAN, "POST /api/smartcontrol/v1/jobs/{jobId}/start", "{}"),
                job(Role.TECHNICIAN, "POST /api/smartcontrol/v1/jobs/{jobId}/configure", "{\"outcome\":\"FAILED\"}"),
                job(Role.TECHNICIAN, "POST /api/smartcontrol/v1/jobs/{jobId}/test", """
                    {"checks":{"online":"PASSED","gps":"PASSED","ignition":"PASSED","centralLock":"PASSED",
                     "immobilizer":"PASSED"}}\
                    """),
                job(Role.TECHNICIAN, "POST /api/smartcontrol/v1/jobs/{jobId}/complete", "{}"),
                job(Role.TECHNICIAN, "POST /api/smartcontrol/v1/jobs/{jobId}/fail", "{\"comment\":\"Not mine\"}"),
                Map.entry("POST /api/smartcontrol/v1/commands", new Operation(Role.TECHNICIAN, null, """
                    {"commands":[{"command":"fail","idempotencyKey":"%s","jobId":"%s","seenVersion":1,
                     "comment":"Not mine"}]}\
                    """.formatted(
                                FleetControl.newId(), job))),
                named(Role.SUPPORT, "GET /api/support/v1/jobs/{jobId}"),
                named(Role.SUPPORT, "GET /api/support/v1/jobs/{jobId}/visibility"),
                named(Role.SUPPORT, "GET /api/support/v1/vehicles/{vin}/access"),
                named(Role.TELEMATICS, "GET /api/telematics/v1/vehicle-access"));
    }

    private static Map.Entry<String, Operation> own(Role caller, String address) {
        return Map.entry(address, new Operation(caller, null, address.startsWith("GET") ? "" : "{}"));
    }

    private static Map.Entry<String, Operation> user(String address, String body) {
        return Map.entry(address, new Operation(Role.ADMIN, "user-not-found", body));
    }

    private static Map.Entry<String, Operation> connection(String address) {
        return Map.entry(address, new Operation(Role.ADMIN, "connection-not-found", ""));
    }

    private static Map.Entry<String, Operation> job(Role caller, String address, String body) {
        return Map.entry(address, new Operation(caller, "job-not-found", body));
    }

    private static Map.Entry<String, Operation> named(Role caller, String address) {
        return Map.entry(address, new Operation(caller, "not-for-partners", ""));
    }

    @BeforeAll
    void the_running_services_describe_what_they_answer() throws Exception {
        for (App service : App.values()) {
            if (service != App.GATEWAY) {
                JsonNode paths = JsonMapper.shared()
                        .readTree(call("GET", "/contracts/" + service.module() + "/openapi", "", null)
                                .body())
                        .path("paths");
                paths.propertyStream()
                        .forEach(path -> path.getValue().propertyNames().stream()
                                .filter(METHODS::contains)
                                .forEach(method ->
                                        described.put(method.toUpperCase(Locale.ROOT) + " " + path.getKey(), service)));
            }
        }
    }

    @BeforeAll
    void alpine_fitters_have_a_fleet_and_a_running_job() {
        platform.fleetControl()
                .requestConnection(connection, fleet, platform.alice().email());
        await().until(() -> platform.alice().connection(connection).status() == 200);
        platform.alice().accept(connection);
        platform.kafka()
                .publish(
                        FleetControl.JOBS,
                        job,
                        CloudEventsClient.headers(FleetControl.newId(), FleetControl.SOURCE, FleetControl.JOB_CREATED),
                        FleetControl.job(job, fleet, platform.alice().partnerId())
                                .replace(LICENSED_VIN, vin));
        await().until(() -> platform.tom().job(job).status() == 200);
        assertThat(platform.tom().acceptJob(job).status()).isEqualTo(200);
        assertThat(platform.tom().start(job).status()).isEqualTo(200);
    }

    @AfterAll
    void nothing_of_it_has_changed() {
        assertThat(platform.alice().connection(connection).text("state")).isEqualTo("ACCEPTED");
        assertThat(platform.tom().job(job).text("status")).isEqualTo("RUNNING");
    }

    @Test
    void every_described_operation_has_a_known_outcome() {
        Set<String> open = Set.of(
                "POST /api/public/v1/registration/check",
                "POST /api/public/v1/registration/complete",
                "POST /api/public/v1/registration/resend");
        Set<String> known = new TreeSet<>(open);
        known.addAll(operations.keySet());

        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void another_partners_admin_sees_and_changes_nothing() throws Exception {
        isKeptOut(new Caller(Role.ADMIN, false, keycloak.token(DemoUser.BEA)));
    }

    @Test
    void another_partners_technician_sees_and_changes_nothing() throws Exception {
        isKeptOut(new Caller(Role.TECHNICIAN, false, keycloak.token(DemoUser.BEN)));
    }

    @Test
    void an_own_admin_does_only_what_admins_do() throws Exception {
        isKeptOut(new Caller(Role.ADMIN, true, keycloak.token(DemoUser.ALICE)));
    }

    @Test
    void an_own_technician_does_only_what_technicians_do() throws Exception {
        isKeptOut(new Caller(Role.TECHNICIAN, true, keycloak.token(DemoUser.TOM)));
    }

    @Test
    void support_only_answers_questions() throws Exception {
        isKeptOut(new Caller(
                Role.SUPPORT, false, keycloak.token(KeycloakServer.SUPPORT_USER, KeycloakServer.DEMO_PASSWORD)));
    }

    @Test
    void the_telematics_platform_only_asks_who_may_reach_a_vehicle() throws Exception {
        Properties secrets = new Properties();
        try (InputStream file = Files.newInputStream(platform.stack().secretsFile())) {
            secrets.load(file);
        }
        isKeptOut(new Caller(
                Role.TELEMATICS,
                false,
                keycloak.clientToken("telematics-platform", secrets.getProperty("telematics.client-secret"))));
    }

    @Test
    void nobody_comes_in_without_a_token() throws Exception {
        isUnknown(null);
    }

    @Test
    void an_expired_token_opens_nothing() throws Exception {
        String expired = expiredToken();
        assertThat(payload(expired).path("exp").asLong()).isLessThan(System.currentTimeMillis() / 1000 - 120);
        isUnknown(expired);
    }

    @Test
    void a_token_that_nobody_signed_opens_nothing() throws Exception {
        String claims = keycloak.token(DemoUser.ALICE).split("\\.")[1];
        isUnknown(getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8)) + "." + claims
                + ".");
    }

    @Test
    void a_rewritten_token_opens_nothing() throws Exception {
        String[] parts = keycloak.token(DemoUser.BEA).split("\\.");
        ObjectNode claims = (ObjectNode) payload(String.join(".", parts));
        claims.put("partner_id", DemoUser.ALPINE_FITTERS);
        parts[1] = getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.toString().getBytes(UTF_8));
        isUnknown(String.join(".", parts));
    }

    @Test
    void a_forged_link_tells_nothing() throws Exception {
        String forged = FORGED_LINK.formatted(FleetControl.newId());
        assertThat(call("POST", "/api/public/v1/registration/check", forged, null)
                        .problem())
                .isEqualTo("404 link-invalid");
        assertThat(call("POST", "/api/public/v1/registration/complete", forged, null)
                        .problem())
                .isEqualTo("404 link-invalid");
        Answer renewed = call("POST", "/api/public/v1/registration/resend", forged, null);
        assertThat(renewed.status()).isEqualTo(202);
        assertThat(renewed.body()).isEmpty();
    }

    private void isKeptOut(Caller caller) throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, Operation> entry : operations.entrySet()) {
            Operation operation = entry.getValue();
            if (!caller.mayCall(operation)) {
                Answer answer = call(entry.getKey(), operation, caller.token());
                all.assertThat(outcome(answer)).as(entry.getKey()).matches(asExpectedOf(operation, caller));
                all.assertThat(idsOfAlpineIn(answer, entry.getKey(), operation))
                        .as(entry.getKey())
                        .isEmpty();
            } else if (operation.namesSomethingOfAlpine() && entry.getKey().startsWith("GET")) {
                all.assertThat(call(entry.getKey(), operation, caller.token()).status())
                        .as("%s is there", entry.getKey())
                        .isEqualTo(200);
            }
        }
        all.assertAll();
    }

    private static Predicate<String> asExpectedOf(Operation operation, Caller caller) {
        if (caller.role() != operation.caller()) {
            return outcome -> outcome.startsWith("403 ");
        }
        return operation.refusal() == null
                ? outcome -> outcome.matches("20[04] |400 (invalid|bad)-request|404 nda-not-signed")
                : ("404 " + operation.refusal())::equals;
    }

    /** Without a token a change is taken for one of a browser's session, whose proof is then missing. */
    private static String refusalOf(String operation, @Nullable String token) {
        return token == null && !operation.startsWith("GET ") ? "403 csrf-token-missing" : "401 unauthenticated";
    }

    private void isUnknown(@Nullable String token) throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, Operation> entry : operations.entrySet()) {
            Answer answer = call(entry.getKey(), entry.getValue(), token);
            all.assertThat(outcome(answer)).as(entry.getKey()).isEqualTo(refusalOf(entry.getKey(), token));
            all.assertThat(outcome(callService(entry.getKey(), entry.getValue(), token)))
                    .as("%s, past the gateway", entry.getKey())
                    .isEqualTo("401 unauthenticated");
            all.assertThat(idsOfAlpineIn(answer, entry.getKey(), entry.getValue()))
                    .as(entry.getKey())
                    .isEmpty();
        }
        all.assertAll();
    }

    /** The status, and the type of the problem if there is one. */
    private static String outcome(Answer answer) {
        return answer.status() < 400 ? answer.status() + " " : answer.problem();
    }

    /** Besides those that the caller has sent: a problem may repeat what was called, and the results of commands their job. */
    private List<String> idsOfAlpineIn(Answer answer, String address, Operation operation) {
        String sent = operation.body() + (answer.status() < 400 ? "" : filled(address));
        return List.of(
                        platform.alice().partnerId(),
                        platform.alice().id(),
                        platform.tom().id(),
                        platform.alice().email(),
                        platform.tom().email(),
                        connection,
                        fleet,
                        job,
                        vin)
                .stream()
                .filter(id -> answer.body().contains(id) && !sent.contains(id))
                .toList();
    }

    /** Who has got into the network asks the service itself. */
    private Answer callService(String address, Operation operation, @Nullable String token) throws Exception {
        return call(
                Objects.requireNonNull(described.get(address), address),
                address.split(" ")[0],
                filled(address),
                operation.body(),
                token);
    }

    /** With Alpine's ids wherever the address has a place for one, and as query those that some operation takes. */
    private Answer call(String address, Operation operation, @Nullable String token) throws Exception {
        String method = address.split(" ")[0];
        String query = method.equals("GET")
                ? ids.entrySet().stream()
                        .filter(id -> Set.of("fleetId", "technicianId", "vin").contains(id.getKey()))
                        .map(id -> id.getKey() + "=" + id.getValue())
                        .collect(joining("&", "?", ""))
                : "";
        return call(method, filled(address) + query, operation.body(), token);
    }

    private String filled(String address) {
        String path = address.split(" ")[1];
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private Answer call(String method, String path, String body, @Nullable String token) throws Exception {
        return call(App.GATEWAY, method, path, body, token);
    }

    private Answer call(App app, String method, String path, String body, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        platform.stack().url(app).resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", FleetControl.newId())
                .header("If-Match", "\"1\"")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        String contentType = response.headers().firstValue("content-type").orElse("");
        try (InputStream content = response.body()) {
            return new Answer(
                    response.statusCode(),
                    contentType,
                    contentType.startsWith("text/event-stream")
                            ? untilAllIsTold(content)
                            : new String(content.readAllBytes(), UTF_8));
        }
    }

    /** A stream stays open: what counts is what it says by itself. */
    private static String untilAllIsTold(InputStream stream) throws IOException {
        StringBuilder told = new StringBuilder();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
        String line = lines.readLine();
        while (line != null && !line.matches("event: ?(ready|changed)")) {
            told.append(line).append('\n');
            line = lines.readLine();
        }
        return told.toString();
    }

    private static JsonNode payload(String token) {
        return JsonMapper.shared().readTree(getUrlDecoder().decode(token.split("\\.")[1]));
    }

    /** Of an admin of Alpine Fitters; Keycloak issues it as one that ended an hour ago. */
    private String expiredToken() throws Exception {
        URI client = clientOf("local-tools");
        ObjectNode before = (ObjectNode) JsonMapper.shared().readTree(admin("GET", client, ""));
        ObjectNode changed = before.deepCopy();
        changed.withObject("/attributes").put("access.token.lifespan", "-3600");
        try {
            admin("PUT", client, changed.toString());
            return keycloak.token(DemoUser.ALICE);
        } finally {
            before.withObject("/attributes").put("access.token.lifespan", "");
            admin("PUT", client, before.toString());
        }
    }

    private URI clientOf(String clientId) throws Exception {
        String clients = "/admin/realms/" + KeycloakServer.REALM + "/clients";
        JsonNode found = JsonMapper.shared()
                .readTree(admin("GET", keycloak.baseUrl().resolve(clients + "?clientId=" + clientId), ""));
        return keycloak.baseUrl().resolve(clients + "/" + found.get(0).get("id").asString());
    }

    private String admin(String method, URI address, String body) throws Exception {
        HttpRequest token = HttpRequest.newBuilder(
                        keycloak.baseUrl().resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=" + KeycloakServer.ADMIN
                        + "&password=" + keycloak.adminPassword()))
                .build();
        String bearer = JsonMapper.shared()
                .readTree(http.send(token, BodyHandlers.ofString()).body())
                .get("access_token")
                .asString();
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
        return response.body();
    }
}
