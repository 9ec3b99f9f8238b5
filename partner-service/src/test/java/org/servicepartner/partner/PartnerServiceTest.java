package org.servicepartner.partner;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import org.servicepartner.local.DemoUser;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.partner.seed.Seed;
import org.servicepartner.partner.signing.SignedPdf;
import org.servicepartner.partner.view.PartnerProfile;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.Projections;
import org.servicepartner.platform.testing.ApprovedFiles;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service on real servers, seen from outside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PartnerServiceTest {
    private static final String PARTNERS = "servicepartner.partners.v1";
    private static final String FLEET_CONNECTIONS = "servicepartner.fleet-connections.v1";
    private static final String REQUESTED = "servicepartner.fleet-connection.requested.v1";
    private static final String CONNECTION_SERVICE = "/service-partner/fleet-connection-service";

    private static CloudEventsClient kafka;

    @LocalServerPort
    int port;

    @Autowired
    PartnerView partners;

    @Autowired
    Projections projections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Seed seed;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, "partner");
        TestSigningKey.register(registry);
        registry.add("SEED_FILE", () -> System.getProperty("basedir", ".") + "/../deploy/local/seed.json");
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
    void anAdminSeesTheOwnPartnerAndNoOther() {
        get(DemoUser.ALICE)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.partnerId")
                .isEqualTo(DemoUser.ALPINE_FITTERS)
                .jsonPath("$.teamName")
                .isEqualTo("Alpine Fitters")
                .jsonPath("$.teamEmail")
                .isEqualTo("alice@alpine-fitters.example")
                .jsonPath("$.missingSteps")
                .isEmpty();
        get(DemoUser.BEA)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.partnerId")
                .isEqualTo(DemoUser.BALTIC_SERVICE);
    }

    @Test
    void aTechnicianIsToldWhomToAsk() {
        get(DemoUser.TOM)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:service-partner:problem:not-an-admin")
                .jsonPath("$.advice")
                .isNotEmpty();
        put(token(DemoUser.TOM), "Tom's Team", "tom@alpine-fitters.example")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void withoutATokenNothingIsShown() {
        client().get()
                .uri("/api/partner/v1/partner")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:service-partner:problem:unauthenticated");
    }

    @Test
    void anAdminChangesTheOwnDetailsAndNobodyElses() {
        PartnerProfile alpine = partners.profile(DemoUser.ALPINE_FITTERS).orElseThrow();

        put(token(DemoUser.BEA), " Baltic Fleet Service ", "office@baltic-service.example")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.teamName")
                .isEqualTo("Baltic Fleet Service")
                .jsonPath("$.teamEmail")
                .isEqualTo("office@baltic-service.example");

        assertThat(partners.profile(DemoUser.ALPINE_FITTERS)).contains(alpine);
        ReceivedEvent published = kafka.await(
                        PARTNERS,
                        1,
                        event -> event.data() != null && event.data().contains("office@baltic-service"))
                .getFirst();
        assertThat(published.type()).isEqualTo("servicepartner.partner.details-changed.v1");
        assertThat(published.key()).isEqualTo(DemoUser.BALTIC_SERVICE);
        assertThat(published.headers()).containsKeys("ce_sequence", "ce_correlationid", "ce_causationid");
        assertThat(jdbc.sql("select metadata ->> 'actor' from domain_event where event_id = ?")
                        .param(published.id())
                        .query(String.class)
                        .single())
                .isEqualTo("user:" + DemoUser.BEA.userId());
    }

    @Test
    void detailsOfTheWrongFormAreRefusedFieldByField() {
        put(token(DemoUser.ALICE), " ", "not an address")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:service-partner:problem:invalid-request")
                .jsonPath("$.fields[?(@.field == 'teamName')].message")
                .isEqualTo("Give the team a name.")
                .jsonPath("$.fields[?(@.field == 'teamEmail')].message")
                .isEqualTo("This is not an e-mail address.");
    }

    @Test
    void theSeededPartnersWerePublishedStepByStep() {
        List<ReceivedEvent> alpine = kafka.await(PARTNERS, 8, event -> DemoUser.ALPINE_FITTERS.equals(event.key()));
        assertThat(alpine.subList(0, 8))
                .extracting(ReceivedEvent::type)
                .containsExactly(
                        "servicepartner.partner.invited.v1",
                        "servicepartner.partner.onboarding-advanced.v1",
                        "servicepartner.partner.details-changed.v1",
                        "servicepartner.partner.onboarding-advanced.v1",
                        "servicepartner.partner.personal-details-given.v1",
                        "servicepartner.partner.onboarding-advanced.v1",
                        "servicepartner.partner.nda-signed.v1",
                        "servicepartner.partner.onboarding-advanced.v1");
        assertThat(alpine.get(7).data()).contains("\"completedStep\":\"NDA\"", "\"missingSteps\":[]");
    }

    @Test
    void aSeededPartnerHasReallySigned() throws Exception {
        get(DemoUser.ALICE)
                .expectBody()
                .jsonPath("$.nda.version")
                .isEqualTo("2026-11-01")
                .jsonPath("$.nda.companyName")
                .isEqualTo("Alpine Fitters GmbH")
                .jsonPath("$.nda.signedBy")
                .isEqualTo(DemoUser.ALICE.userId().toString())
                .jsonPath("$.nda.signedByName")
                .isEqualTo("Alice Alpine")
                .jsonPath("$.nda.outdated")
                .isEqualTo(false);
        byte[] copy = client().get()
                .uri("/api/partner/v1/partner/nda/signed")
                .header("Authorization", "Bearer " + token(DemoUser.ALICE))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody();
        assertThat(SignedPdf.of(copy).isIntact()).isTrue();
    }

    @Test
    void seedingAgainChangesNothing() {
        long before = storedEventsOf(DemoUser.ALPINE_FITTERS);
        seed.run();
        assertThat(storedEventsOf(DemoUser.ALPINE_FITTERS)).isEqualTo(before);
    }

    @Test
    void aRequestToAnUnknownAddressInvitesAPartnerOnceHoweverOftenItIsTold() {
        String partnerId = UUID.randomUUID().toString();
        String json = request(partnerId, "office@carpathian-service.example", false);
        Map<String, String> headers =
                CloudEventsClient.headers(UUID.randomUUID().toString(), CONNECTION_SERVICE, REQUESTED);

        kafka.publish(FLEET_CONNECTIONS, "fleet-1:" + partnerId, headers, json);
        kafka.publish(FLEET_CONNECTIONS, "fleet-1:" + partnerId, headers, json);
        kafka.publish(FLEET_CONNECTIONS, "fleet-1:" + partnerId, CONNECTION_SERVICE, REQUESTED, json);

        ReceivedEvent invited = kafka.await(PARTNERS, partnerId, "servicepartner.partner.invited.v1");
        assertThat(invited.data()).contains("office@carpathian-service.example", "\"REGISTRATION\"", "\"NDA\"");
        afterEverythingBefore(partnerId);
        assertThat(storedEventsOf(partnerId)).isOne();
        assertThat(partners.profile(partnerId))
                .contains(new PartnerProfile(
                        partnerId,
                        null,
                        "office@carpathian-service.example",
                        List.of("REGISTRATION", "TEAM_DETAILS", "PERSONAL_DETAILS", "NDA"),
                        null));
    }

    @Test
    void aRequestToAKnownPartnerInvitesNobody() {
        String partnerId = UUID.randomUUID().toString();
        kafka.publish(
                FLEET_CONNECTIONS,
                "fleet-1:" + partnerId,
                CONNECTION_SERVICE,
                REQUESTED,
                request(partnerId, "known@carpathian-service.example", true));
        afterEverythingBefore(partnerId);
        assertThat(storedEventsOf(partnerId)).isZero();
    }

    @Test
    void aRequestThatCannotBeReadIsPutAsideAndWhatIsBehindItGoesOn() {
        String partnerId = UUID.randomUUID().toString();
        String id = kafka.publish(
                FLEET_CONNECTIONS, "fleet-1:" + partnerId, CONNECTION_SERVICE, REQUESTED, "{\"partnerId\":\"nobody\"}");
        kafka.publish(
                FLEET_CONNECTIONS, "fleet-1:" + partnerId, CONNECTION_SERVICE, "servicepartner.other.thing.v1", "{}");
        afterEverythingBefore(partnerId);
        ReceivedEvent dead = kafka.await(
                        "partner-service." + FLEET_CONNECTIONS + ".dlt",
                        1,
                        event -> event.id().equals(id))
                .getFirst();
        assertThat(dead.headers()).containsEntry("dlt-reason", "MALFORMED_DATA").containsKey("dlt-detail");
    }

    @Test
    void theReadModelCanBeMadeAnew() {
        PartnerProfile before = partners.profile(DemoUser.ALPINE_FITTERS).orElseThrow();
        jdbc.sql("update partner_view set team_name = 'damaged'").update();
        projections.rebuild("partner-view");
        assertThat(partners.profile(DemoUser.ALPINE_FITTERS)).contains(before);
    }

    @Test
    void theApiIsAsApproved() {
        String openApi = client().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        new ApprovedFiles().verifyJson("openapi.json", openApi);
    }

    @Test
    void theContractsAreServed() {
        client().get()
                .uri("/contracts/schemas/servicepartner.partner.invited.v1.json")
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Another request under the same key is behind everything before it: once it has had its effect, so has the rest. */
    private void afterEverythingBefore(String partnerId) {
        String marker = UUID.randomUUID().toString();
        kafka.publish(
                FLEET_CONNECTIONS,
                "fleet-1:" + partnerId,
                CONNECTION_SERVICE,
                REQUESTED,
                request(marker, "marker@carpathian-service.example", false));
        await().until(() -> partners.profile(marker).isPresent());
    }

    private long storedEventsOf(String partnerId) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(partnerId)
                .query(Long.class)
                .single();
    }

    private static String request(String partnerId, String email, boolean known) {
        return """
                {"connectionId":"%s","fleetId":"fleet-1","partnerId":"%s","partnerEmail":"%s","partnerKnown":%s,"fleetName":"Vans"}
                """.formatted(UUID.randomUUID(), partnerId, email, known);
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private RestTestClient.ResponseSpec get(DemoUser user) {
        return client().get()
                .uri("/api/partner/v1/partner")
                .header("Authorization", "Bearer " + token(user))
                .exchange();
    }

    private RestTestClient.ResponseSpec put(String token, String teamName, String teamEmail) {
        return client().put()
                .uri("/api/partner/v1/partner/details")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("teamName", teamName, "teamEmail", teamEmail))
                .exchange();
    }

    private static String token(DemoUser user) {
        return Infrastructure.shared().keycloak().token(user);
    }
}
