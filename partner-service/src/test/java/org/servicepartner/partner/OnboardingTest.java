package org.servicepartner.partner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.partner.People.Person;
import org.servicepartner.partner.Portal.Answer;
import org.servicepartner.partner.signing.SignedPdf;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Servers;
import org.servicepartner.platform.testing.Traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A partner from the invitation to the signed NDA, on real servers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OnboardingTest {
    private static final String PARTNERS = "servicepartner.partners.v1";
    private static final String FLEET_CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String USERS = "servicepartner.users.v1";

    private static CloudEventsClient kafka;

    @LocalServerPort
    int port;

    @Autowired
    DataSource dataSource;

    @Autowired
    PartnerView partners;

    @Autowired
    Projections projections;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, "onboarding");
        TestSigningKey.register(registry);
        ConsumerGroups.ofTheirOwn("onboarding").forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeAll
    static void connect() {
        kafka = new CloudEventsClient();
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    @Test
    void aPartnerGoesFromTheInvitationToTheSignedNda() throws Exception {
        String partnerId = invite();
        Person zofie = People.admin(partnerId, "Not", "Yet");
        Portal portal = new Portal(port, zofie.token());
        assertThat(missingSteps(portal)).containsExactly("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA");

        activated(zofie, "ADMIN");
        await().until(() -> missingSteps(portal).getFirst().equals("TEAM_DETAILS"));

        Answer team = portal.teamDetails(" Žižkov Technik ", " Team@Made-Up.example ");
        assertThat(team.status()).isEqualTo(200);
        assertThat(team.json().path("teamName").asString()).isEqualTo("Žižkov Technik");
        assertThat(team.json().path("teamEmail").asString()).isEqualTo("team@made-up.example");
        assertThat(missingSteps(portal)).containsExactly("PERSONAL_DETAILS", "NDA");

        assertThat(portal.personalDetails("Žofie", "Čapková").status()).isEqualTo(200);
        assertThat(missingSteps(portal)).containsExactly("NDA");
        assertThat(portal.partner().json().has("nda")).isFalse();
        assertThat(portal.get("/nda/signed").problem()).isEqualTo("nda-not-signed");

        Map<String, Object> signature = portal.signature("de");
        Answer signed = portal.sign(signature);
        assertThat(signed.status()).as("%s", signed).isEqualTo(200);
        assertThat(missingSteps(portal)).isEmpty();
        JsonNode nda = signed.json().path("nda");
        assertThat(nda.path("companyName").asString()).isEqualTo("Žižkov & Söhne GmbH");
        assertThat(nda.path("signedBy").asString()).isEqualTo(zofie.userId());
        assertThat(nda.path("signedByName").asString()).isEqualTo("Žofie Čapková");
        assertThat(nda.path("outdated").asBoolean(true)).isFalse();

        Answer copy = portal.get("/nda/signed");
        assertThat(copy.status()).isEqualTo(200);
        assertThat(copy.type()).isEqualTo("application/pdf");
        assertThat(copy.headers())
                .containsEntry("content-disposition", "attachment; filename=\"service-partner-nda-2026-11-01.pdf\"")
                .containsEntry("cache-control", "no-store");
        SignedPdf pdf = SignedPdf.of(copy.body());
        assertThat(pdf.isIntact()).isTrue();
        assertThat(pdf.isCoveredWhole()).isTrue();
        assertThat(pdf.text())
                .contains("Žižkov & Söhne GmbH", "Straße des 17. Juni 135", "10623 Berlin", "Łucja Čapek")
                .contains("Žofie Čapková", zofie.userId(), zofie.email())
                .contains((String) signature.get("documentHash"));

        assertTold(partnerId, zofie, signature, copy.body());
    }

    private void assertTold(String partnerId, Person signer, Map<String, Object> signature, byte[] copy)
            throws Exception {
        List<ReceivedEvent> told = kafka.await(PARTNERS, 8, event -> partnerId.equals(event.key()));
        assertThat(told)
                .extracting(event -> event.type().replaceAll("servicepartner.partner.(.*).v1", "$1"))
                .containsExactly(
                        "invited",
                        "onboarding-advanced",
                        "details-changed",
                        "onboarding-advanced",
                        "personal-details-given",
                        "onboarding-advanced",
                        "nda-signed",
                        "onboarding-advanced");
        JsonNode person = JsonMapper.shared().readTree(told.get(4).data());
        assertThat(person.path("userId").asString()).isEqualTo(signer.userId());
        assertThat(person.path("firstName").asString()).isEqualTo("Žofie");
        JsonNode signed = JsonMapper.shared().readTree(told.get(6).data());
        assertThat(signed.path("documentHash").asString()).isEqualTo(signature.get("documentHash"));
        assertThat(signed.path("signedDocumentHash").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(copy)));
        assertThat(signed.path("signedBy").asString()).isEqualTo(signer.userId());
        assertThat(signed.path("missingSteps").size()).isZero();
        assertThat(signed.has("street")).isFalse();
    }

    @Test
    void aStepOutOfOrderIsRefusedAndNamesTheNextOne() {
        Person admin = People.admin(invite(), "Ada", "Admin");
        Portal portal = new Portal(port, admin.token());
        Map<String, Object> signature = portal.signature("en");

        assertOutOfOrder(portal.teamDetails("Team", "team@made-up.example"), "REGISTRATION");
        activated(admin, "ADMIN");
        await().until(() -> missingSteps(portal).getFirst().equals("TEAM_DETAILS"));
        assertOutOfOrder(portal.personalDetails("Ada", "Admin"), "TEAM_DETAILS");
        assertOutOfOrder(portal.sign(signature), "TEAM_DETAILS");
        portal.teamDetails("Team", "team@made-up.example");
        assertOutOfOrder(portal.sign(signature), "PERSONAL_DETAILS");
    }

    private static void assertOutOfOrder(Answer answer, String next) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("step-out-of-order");
        assertThat(answer.json().path("nextStep").asString()).isEqualTo(next);
        assertThat(answer.json().path("advice").asString()).isNotBlank();
    }

    @Test
    void aFinishedStepRepeatedChangesNothing() {
        Portal portal = new Portal(port, registered().token()).upToTheNda("Ada", "Admin");
        portal.sign(portal.signature("en"));
        Answer before = portal.partner();
        long events = storedEvents(before);

        assertThat(portal.teamDetails("Other", "other@made-up.example").status())
                .isEqualTo(200);
        assertThat(portal.personalDetails("Other", "Name").status()).isEqualTo(200);
        assertThat(portal.sign(portal.signature("de")).status()).isEqualTo(200);

        assertThat(portal.partner().json()).isEqualTo(before.json());
        assertThat(storedEvents(before)).isEqualTo(events);
        assertThat(portal.details("Other", "other@made-up.example")
                        .json()
                        .path("teamName")
                        .asString())
                .isEqualTo("Other");
    }

    @Test
    void badFieldsAreNamed() {
        Portal portal = new Portal(port, registered().token());
        assertThat(badFields(portal.teamDetails(" ", "nobody"))).containsExactlyInAnyOrder("teamName", "teamEmail");
        assertThat(badFields(portal.personalDetails("", "x".repeat(101))))
                .containsExactlyInAnyOrder("firstName", "lastName");
        assertThat(badFields(portal.sign(Map.of())))
                .containsOnly(
                        "version",
                        "language",
                        "documentHash",
                        "companyName",
                        "street",
                        "zipCity",
                        "representative",
                        "agreed");
        Map<String, Object> signature = new HashMap<>(portal.signature("en"));
        signature.put("agreed", false);
        signature.put("language", "fr");
        signature.put("companyName", "王小明");
        signature.put("street", "two\nlines");
        signature.put("zipCity", " ");
        signature.put("representative", "x".repeat(201));
        assertThat(badFields(portal.sign(signature)))
                .containsExactlyInAnyOrder("agreed", "language", "companyName", "street", "zipCity", "representative");
        assertThat(badFields(portal.get("/nda?language=fr"))).containsExactly("language");
    }

    private static List<String> badFields(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        return answer.json()
                .path("fields")
                .valueStream()
                .map(field -> field.path("field").asString())
                .toList();
    }

    @Test
    void theTextThatIsSignedIsTheOneThatIsOffered() {
        Portal portal = new Portal(port, registered().token()).upToTheNda("Ada", "Admin");
        JsonNode english = portal.get("/nda").json();
        JsonNode german = portal.get("/nda?language=de").json();
        assertThat(english.path("language").asString()).isEqualTo("en");
        assertThat(english.path("sections").size()).isEqualTo(10);
        assertThat(german.path("documentHash")).isNotEqualTo(english.path("documentHash"));

        Map<String, Object> mixed = new HashMap<>(portal.signature("en"));
        mixed.put("documentHash", german.path("documentHash").asString());
        Map<String, Object> older = new HashMap<>(portal.signature("en"));
        older.put("version", "2020-01-01");
        for (Map<String, Object> other : List.of(mixed, older)) {
            Answer refused = portal.sign(other);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("nda-changed");
            assertThat(refused.json().path("currentVersion").asString()).isEqualTo("2026-11-01");
        }
        assertThat(missingSteps(portal)).containsExactly("NDA");
    }

    @Test
    void ofTwoSignaturesAtOnceOneCounts() throws Exception {
        Person admin = registered();
        Portal portal = new Portal(port, admin.token()).upToTheNda("Ada", "Admin");
        Map<String, Object> signature = portal.signature("en");

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Answer>> signatures = IntStream.range(0, 6)
                    .<Callable<Answer>>mapToObj(n -> () -> portal.sign(signature))
                    .toList();
            for (Future<Answer> answer : threads.invokeAll(signatures)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        assertThat(storedEventsOfType(admin.partnerId(), "partner.nda-signed.v1"))
                .isOne();
        assertThat(signedCopies(admin.partnerId())).isOne();
    }

    @Test
    void aSignatureThatIsNotRecordedLeavesNoCopy() {
        Person admin = registered();
        Portal portal = new Portal(port, admin.token()).upToTheNda("Ada", "Admin");
        jdbc.sql("""
                create function refuse_nda() returns trigger language plpgsql as
                $$ begin raise exception 'the disk is full'; end $$
                """).update();
        jdbc.sql("""
                create trigger refuse_nda before insert on domain_event for each row
                when (new.aggregate_id = '%s') execute function refuse_nda()
                """.formatted(admin.partnerId())).update();
        try {
            assertThat(portal.sign(portal.signature("en")).status()).isEqualTo(500);
        } finally {
            jdbc.sql("drop trigger refuse_nda on domain_event").update();
            jdbc.sql("drop function refuse_nda()").update();
        }
        assertThat(signedCopies(admin.partnerId())).isZero();
        assertThat(portal.sign(portal.signature("en")).status()).isEqualTo(200);
        assertThat(signedCopies(admin.partnerId())).isOne();
    }

    @Test
    void anActivationHeardBeforeTheRequestMakesThePartnerKnown() {
        String partnerId = UUID.randomUUID().toString();
        Person admin = People.admin(partnerId, "Ada", "Admin");
        Portal portal = new Portal(port, admin.token());
        assertThat(portal.partner().problem()).isEqualTo("partner-not-found");

        activated(admin, "ADMIN");
        await().until(() -> portal.partner().status() == 200);
        assertThat(missingSteps(portal)).containsExactly("TEAM_DETAILS", "PERSONAL_DETAILS", "NDA");
        assertThat(portal.partner().json().path("teamEmail").asString()).isEqualTo(admin.email());

        requested(partnerId, partnerId);
        String marker = UUID.randomUUID().toString();
        requested(partnerId, marker);
        await().until(() -> partners.profile(marker).isPresent());
        assertThat(missingSteps(portal)).containsExactly("TEAM_DETAILS", "PERSONAL_DETAILS", "NDA");
    }

    @Test
    void anActivationCountsOnceAndOnlyThatOfAnAdmin() {
        String partnerId = invite();
        Person technician = People.technician(partnerId);
        Person admin = People.admin(partnerId, "Ada", "Admin");
        Portal portal = new Portal(port, admin.token());

        activated(technician, "TECHNICIAN");
        kafka.publish(
                USERS, admin.userId(), "/service-partner/identity-service", "servicepartner.user.renamed.v1", "{}");
        activationsAreHandled(technician.userId());
        assertThat(missingSteps(portal)).startsWith("REGISTRATION");

        activated(admin, "ADMIN");
        activated(admin, "ADMIN");
        activated(People.admin(partnerId, "Second", "Admin"), "ADMIN");
        activationsAreHandled(admin.userId());
        await().until(() -> !missingSteps(portal).contains("REGISTRATION"));
        assertThat(storedEventsOfType(partnerId, "partner.onboarding-advanced.v1"))
                .isOne();
    }

    @Test
    void anActivationThatCannotBeReadIsPutAside() {
        String id = kafka.publish(
                USERS,
                "user-1",
                "/service-partner/identity-service",
                "servicepartner.user.activated.v1",
                "{\"partnerId\":\"" + UUID.randomUUID() + "\",\"role\":\"ADMIN\"}");
        ReceivedEvent dead = kafka.await("partner-service." + USERS + ".dlt", 1, event -> id.equals(event.id()))
                .getFirst();
        assertThat(dead.headers()).containsEntry("dlt-reason", "MISSING_FIELD");
    }

    /** Every address there is, asked by another partner's admin and by technicians. */
    @Test
    void nobodyElseSeesOrChangesAnything() throws Exception {
        Person owner = registered();
        Portal portal = new Portal(port, owner.token()).upToTheNda("Ada", "Admin");
        portal.sign(portal.signature("en"));
        JsonNode before = portal.partner().json();
        byte[] copy = portal.get("/nda/signed").body();
        long events = storedEvents(portal.partner());

        Person other = registered();
        Portal others = new Portal(port, other.token());
        others.details("Others", "others@made-up.example");
        others.upToTheNda("Otto", "Other");
        assertThat(others.partner().json().path("partnerId").asString()).isEqualTo(other.partnerId());
        assertThat(others.get("/nda/signed").problem()).isEqualTo("nda-not-signed");
        others.sign(others.signature("en"));
        assertThat(SignedPdf.of(others.get("/nda/signed").body()).text())
                .contains("Otto Other")
                .doesNotContain("Ada Admin");

        List<Function<Portal, Answer>> everything = List.of(
                Portal::partner,
                page -> page.get("/changes"),
                page -> page.get("/nda"),
                page -> page.get("/nda/signed"),
                page -> page.teamDetails("Mine", "mine@made-up.example"),
                page -> page.personalDetails("Tina", "Technician"),
                page -> page.sign(portal.signature("en")),
                page -> page.details("Mine", "mine@made-up.example"));
        for (String token : List.of(
                People.technician(owner.partnerId()).token(),
                People.technician(other.partnerId()).token())) {
            Portal technicians = new Portal(port, token);
            for (Function<Portal, Answer> call : everything) {
                Answer answer = call.apply(technicians);
                assertThat(answer.status()).as("%s", answer).isEqualTo(403);
                assertThat(answer.problem()).isEqualTo("not-an-admin");
            }
        }
        for (Function<Portal, Answer> call : everything) {
            assertThat(call.apply(new Portal(port, "not.a.token")).status()).isEqualTo(401);
        }

        assertThat(portal.partner().json()).isEqualTo(before);
        assertThat(portal.get("/nda/signed").body()).isEqualTo(copy);
        assertThat(storedEvents(portal.partner())).isEqualTo(events);
    }

    @Test
    void anOpenPageIsToldOfEveryStep() throws Exception {
        Person admin = registered();
        Portal portal = new Portal(port, admin.token());
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/partner/v1/partner/changes"))
                                .header("Authorization", "Bearer " + admin.token())
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            awaitChange(lines);
            portal.teamDetails("Team", "team@made-up.example");
            awaitChange(lines);
        }
    }

    private static void awaitChange(BufferedReader lines) {
        await().until(() ->
                Stream.generate(() -> line(lines)).limit(10).anyMatch(line -> line.equals("event:changed")));
    }

    private static String line(BufferedReader lines) {
        try {
            return String.valueOf(lines.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReadModelOfASignatureCanBeMadeAnew() {
        Portal portal = new Portal(port, registered().token()).upToTheNda("Ada", "Admin");
        portal.sign(portal.signature("en"));
        JsonNode before = portal.partner().json();
        projections.rebuild("partner-view");
        assertThat(portal.partner().json()).isEqualTo(before);
    }

    private String invite() {
        String partnerId = UUID.randomUUID().toString();
        requested(partnerId, partnerId);
        await().until(() -> partners.profile(partnerId).isPresent());
        return partnerId;
    }

    private Person registered() {
        Person admin = People.admin(invite(), "Ada", "Admin");
        activated(admin, "ADMIN");
        await().until(() -> !partners.profile(admin.partnerId())
                .orElseThrow()
                .missingSteps()
                .contains("REGISTRATION"));
        return admin;
    }

    @Test
    void whoHasSignedIsForgottenAndTheContractStays() {
        String name = "Quirin-" + UUID.randomUUID();
        Person signer = registered();
        Portal portal = new Portal(port, signer.token()).upToTheNda(name, "Quer");
        Answer signed = portal.sign(portal.signature("en"));
        assertThat(signed.json().path("nda").path("signedByName").asString()).isEqualTo(name + " Quer");
        assertThat(Traces.of(name, dataSource)).containsExactly("public.partner_view");
        byte[] copy = portal.get("/nda/signed").body();

        String erasure = UUID.randomUUID().toString();
        tellOf(
                signer.userId(),
                "erased",
                "{\"userId\":\"%s\",\"erasureId\":\"%s\"}".formatted(signer.userId(), erasure));

        ReceivedEvent confirmation =
                kafka.await("servicepartner.erasures.v1", signer.userId(), "servicepartner.personal-data.erased.v1");
        assertThat(confirmation.data()).contains(erasure, "\"partner-service\"");
        assertForgotten(portal, signer, name);
        assertThat(portal.get("/nda/signed").body()).isEqualTo(copy);
        projections.rebuild("partner-view");
        assertForgotten(portal, signer, name);
    }

    private void assertForgotten(Portal portal, Person signer, String name) {
        assertThat(Traces.of(name, dataSource)).isEmpty();
        assertThat(Traces.of(signer.email(), dataSource)).isEmpty();
        JsonNode nda = portal.partner().json().path("nda");
        assertThat(nda.path("signedBy").asString()).isEqualTo(signer.userId());
        assertThat(nda.has("signedByName")).isFalse();
        assertThat(nda.path("representative").asString()).isEqualTo("Łucja Čapek");
    }

    @Test
    void theAddressThatWasInvitedAsAPartnerIsForgottenWithItsUser() {
        String partnerId = UUID.randomUUID().toString();
        requested(partnerId, partnerId);
        await().until(() -> partners.profile(partnerId).isPresent());
        String address = partners.profile(partnerId).orElseThrow().teamEmail();
        String user = UUID.randomUUID().toString();
        assertThat(Traces.of(address, dataSource)).containsExactly("public.partner_view");
        tellOf(user, "invited", "{\"userId\":\"%s\",\"email\":\"%s\"}".formatted(user, address.toUpperCase()));

        tellOf(user, "erased", "{\"userId\":\"%s\",\"erasureId\":\"%s\"}".formatted(user, UUID.randomUUID()));

        kafka.await("servicepartner.erasures.v1", user, "servicepartner.personal-data.erased.v1");
        assertThat(Traces.of(address, dataSource)).isEmpty();
        assertThat(partners.profile(partnerId).orElseThrow().teamEmail()).isEqualTo("erased");
        projections.rebuild("partner-view");
        assertThat(partners.profile(partnerId).orElseThrow().teamEmail()).isEqualTo("erased");
    }

    private static void tellOf(String user, String what, String data) {
        Map<String, String> headers = CloudEventsClient.headers(
                UUID.randomUUID().toString(),
                "/service-partner/identity-service",
                "servicepartner.user." + what + ".v1");
        headers.put("ce_subject", user);
        kafka.publish(USERS, user, headers, data);
    }

    @Test
    void whoIsNoAdminAnyMoreIsRefusedThoughTheTokenIsStillGood() {
        Person admin = People.admin(invite(), "Anna", "Admin");
        Portal portal = new Portal(port, admin.token());
        assertThat(portal.partner().status()).isEqualTo(200);

        changed(admin, "role-changed", 2, "\"TECHNICIAN\"");
        await().until(() -> portal.partner().status() == 403);
        assertThat(portal.partner().problem()).isEqualTo("admin-not-active");
        assertThat(portal.teamDetails("Team", "team@made-up.example").problem()).isEqualTo("admin-not-active");
        changed(admin, "role-changed", 3, "\"ADMIN\"");
        await().until(() -> portal.partner().status() == 200);

        changed(admin, "removed", 4, "null");
        await().until(() -> portal.partner().status() == 403);
        assertThat(portal.get("/changes").problem()).isEqualTo("admin-not-active");
    }

    private static void changed(Person person, String what, long sequence, String role) {
        Map<String, String> headers = CloudEventsClient.headers(
                UUID.randomUUID().toString(),
                "/service-partner/identity-service",
                "servicepartner.user." + what + ".v1");
        headers.put("ce_sequence", String.valueOf(sequence));
        kafka.publish(
                USERS,
                person.userId(),
                headers,
                "{\"userId\":\"%s\",\"partnerId\":\"%s\",\"role\":%s}"
                        .formatted(person.userId(), person.partnerId(), role));
    }

    /** Under the same key one is handled after the other. */
    private static void requested(String key, String partnerId) {
        kafka.publish(
                FLEET_CONNECTIONS,
                "fleet-1:" + key,
                "/service-partner/fleet-connection-service",
                "servicepartner.fleet-connection.requested.v1",
                """
                {"partnerId":"%s","partnerEmail":" Office-%s@Made-Up.example ","partnerKnown":false}
                """.formatted(partnerId, partnerId.substring(0, 8)));
    }

    private static void activated(Person person, String role) {
        kafka.publish(
                USERS,
                person.userId(),
                "/service-partner/identity-service",
                "servicepartner.user.activated.v1",
                """
                {"userId":"%s","partnerId":"%s","email":"%s","role":"%s","language":"en","activatedAt":"2026-11-24T08:00:00Z"}
                """.formatted(person.userId(), person.partnerId(), person.email(), role));
    }

    /** Another message under the same key is behind everything before it: once it has had its effect, so has the rest. */
    private void activationsAreHandled(String key) {
        String marker = UUID.randomUUID().toString();
        kafka.publish(
                USERS,
                key,
                "/service-partner/identity-service",
                "servicepartner.user.activated.v1",
                "{\"partnerId\":\"%s\",\"email\":\"marker@made-up.example\",\"role\":\"ADMIN\"}".formatted(marker));
        await().until(() -> partners.profile(marker).isPresent());
    }

    private static List<String> missingSteps(Portal portal) {
        return portal.partner()
                .json()
                .path("missingSteps")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private long storedEvents(Answer partner) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(partner.json().path("partnerId").asString())
                .query(Long.class)
                .single();
    }

    private long storedEventsOfType(String partnerId, String type) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and event_type = ?")
                .params(partnerId, type)
                .query(Long.class)
                .single();
    }

    private long signedCopies(String partnerId) {
        return jdbc.sql("select count(*) from signed_nda where partner_id = ?")
                .param(partnerId)
                .query(Long.class)
                .single();
    }
}
