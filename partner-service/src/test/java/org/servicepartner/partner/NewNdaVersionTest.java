package org.servicepartner.partner;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.local.Database;
import org.servicepartner.local.Infrastructure;
import org.servicepartner.partner.People.Person;
import org.servicepartner.partner.Portal.Answer;
import org.servicepartner.partner.policy.WhenNdaIsReplacedThenAskWhoSignedAnOlderOne;
import org.servicepartner.partner.signing.SignedPdf;
import org.servicepartner.platform.testing.CloudEventsClient;
import org.servicepartner.platform.testing.ReceivedEvent;
import org.servicepartner.platform.testing.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service is started again with a newer version of the NDA. */
class NewNdaVersionTest {
    private static final String OLD = "2026-11-01";
    private static final String NEW = "2027-01-01";
    private static final String PARTNERS = "servicepartner.partners.v1";
    private static final String OUTDATED = "servicepartner.partner.nda-outdated.v1";

    static {
        Servers.begin();
    }

    private final Database database = Infrastructure.shared().postgres().createDatabase("nda_versions");
    private final CloudEventsClient kafka = new CloudEventsClient();
    private ConfigurableApplicationContext service = start(OLD);

    @AfterEach
    void stop() {
        service.close();
        kafka.close();
    }

    @Test
    void onlyThoseWhoSignedTheOlderOneAreAskedAgain() throws Exception {
        Person signer = registered();
        Person newcomer = registered();
        portal(signer).upToTheNda("Ada", "Admin");
        portal(signer).sign(portal(signer).signature("en"));
        portal(newcomer).upToTheNda("Nora", "New");
        Map<String, Object> shownBefore = portal(newcomer).signature("en");
        assertThat(portal(signer).partner().json().path("missingSteps").size()).isZero();

        startAgainWith(NEW);

        ReceivedEvent outdated = kafka.await(PARTNERS, signer.partnerId(), OUTDATED);
        JsonNode told = JsonMapper.shared().readTree(outdated.data());
        assertThat(told.path("signedVersion").asString()).isEqualTo(OLD);
        assertThat(told.path("currentVersion").asString()).isEqualTo(NEW);
        assertThat(told.path("missingSteps").toString()).isEqualTo("[\"NDA\"]");
        JsonNode partner = portal(signer).partner().json();
        assertThat(partner.path("missingSteps").toString()).isEqualTo("[\"NDA\"]");
        assertThat(partner.path("nda").path("version").asString()).isEqualTo(OLD);
        assertThat(partner.path("nda").path("outdated").asBoolean()).isTrue();
        assertThat(SignedPdf.of(portal(signer).get("/nda/signed").body()).text())
                .as("what was signed stays downloadable")
                .contains("Agreement of " + OLD);

        JsonNode neverSigned = portal(newcomer).partner().json();
        assertThat(neverSigned.path("missingSteps").toString()).isEqualTo("[\"NDA\"]");
        assertThat(neverSigned.has("nda")).isFalse();
        assertThat(portal(newcomer).get("/nda").json().path("version").asString())
                .isEqualTo(NEW);
        Answer refused = portal(newcomer).sign(shownBefore);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("nda-changed");

        Map<String, Object> again = new HashMap<>(portal(signer).signature("de"));
        again.put("companyName", "Renamed GmbH");
        assertThat(portal(signer).sign(again).json().path("missingSteps").size())
                .isZero();
        JsonNode signedAgain = portal(signer).partner().json().path("nda");
        assertThat(signedAgain.path("version").asString()).isEqualTo(NEW);
        assertThat(signedAgain.path("outdated").asBoolean(true)).isFalse();
        assertThat(SignedPdf.of(portal(signer).get("/nda/signed").body()).text())
                .contains("Vereinbarung vom " + NEW, "Renamed GmbH");

        startAgainWith(NEW);
        startAgainWith(OLD);
        assertThat(portal(signer).partner().json().path("missingSteps").size())
                .as("a replica that still offers the older version asks nobody")
                .isZero();
        assertThat(kafka.records(PARTNERS))
                .filteredOn(event -> OUTDATED.equals(event.type())
                        && List.of(signer.partnerId(), newcomer.partnerId()).contains(event.key()))
                .hasSize(1);
    }

    /** Returns when whoever is to be asked for a new signature has been. */
    private void startAgainWith(String version) {
        service.close();
        service = start(version);
        service.getBean(WhenNdaIsReplacedThenAskWhoSignedAnOlderOne.class).ask();
    }

    private ConfigurableApplicationContext start(String version) {
        Map<String, String> settings = new LinkedHashMap<>(TestSigningKey.environment());
        settings.putAll(ConsumerGroups.ofTheirOwn("nda-versions"));
        settings.put("SERVER_PORT", "0");
        settings.put("DATABASE_URL", database.jdbcUrl());
        settings.put("DATABASE_USERNAME", database.username());
        settings.put("DATABASE_PASSWORD", database.password());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", Infrastructure.shared().kafka().bootstrapServers());
        settings.put(
                "OIDC_ISSUER_URI", Infrastructure.shared().keycloak().issuer().toString());
        settings.put("servicepartner.nda.location", "classpath:nda-versions");
        settings.put("servicepartner.nda.version", version);
        return new SpringApplicationBuilder(PartnerServiceApplication.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private Portal portal(Person person) {
        return new Portal(
                service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), person.token());
    }

    private Person registered() {
        Person admin = People.admin(UUID.randomUUID().toString(), "Ada", "Admin");
        kafka.publish(
                "servicepartner.users.v1",
                admin.userId(),
                "/service-partner/identity-service",
                "servicepartner.user.activated.v1",
                "{\"partnerId\":\"%s\",\"email\":\"%s\",\"role\":\"ADMIN\"}"
                        .formatted(admin.partnerId(), admin.email()));
        await().until(() -> portal(admin).partner().status() == 200);
        return admin;
    }
}
