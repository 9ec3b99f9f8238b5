package org.servicepartner.notification.delivery;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.servicepartner.local.Mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FleetConnectionTest extends RunningService {
    private static final String REQUESTED = "servicepartner.fleet-connection.requested.v1";
    private static final String ACCEPTED = "servicepartner.fleet-connection.accepted.v1";
    private static final String DELETED = "servicepartner.fleet-connection.deleted.v1";

    private UUID partner;
    private UUID connection;
    private String address;

    @BeforeEach
    void aRequest() {
        partner = newId();
        connection = newId();
        address = newAddress();
    }

    @Test
    void everyActiveAdminLearnsOfARequestInTheirLanguage() {
        String alice = admin(partner, "en");
        String adam = admin(partner, "de");
        String technician = newAddress();
        activate(newId(), partner, technician, "TECHNICIAN", "en");
        String other = admin(newId(), "en");

        told(REQUESTED, request(connection, partner, address));
        Mail toAlice = onlyMailTo(alice);
        assertThat(toAlice.from()).isEqualTo("no-reply@service-partner.example");
        assertThat(toAlice.subject()).isEqualTo("Velocity Rentals asks you to connect the fleet Vienna Vans");
        assertThat(toAlice.text())
                .contains("Hello Alice,", "Log in to the portal", "http://127.0.0.1:8080/connections");
        assertThat(onlyMailTo(adam).subject())
                .isEqualTo("Velocity Rentals möchte die Flotte Vienna Vans mit Ihnen verbinden");
        afterEverythingTold(CONNECTIONS, partner.toString());
        assertThat(states(technician)).isEmpty();
        assertThat(states(other)).isEmpty();
        assertThat(states(address)).isEmpty();
    }

    @Test
    void whileAPartnerHasNoAdminTheAddressLearnsOfItInTheLanguageOfTheRequest() {
        told(REQUESTED, request(connection, partner, address).with("language", "de"));
        assertThat(onlyMailTo(address).text()).contains("schließen Sie zuerst Ihre Registrierung ab");
    }

    @Test
    void aNewPartnerLearnsOfItWithTheLinkToRegisterOnly() {
        told(REQUESTED, request(connection, partner, address).with("partnerKnown", false));
        afterEverythingTold(CONNECTIONS, partner.toString());
        assertThat(states(address)).isEmpty();
    }

    @Test
    void aUserWhoBecameAdminCountsAndOneWhoCeasedToBeOneDoesNot() {
        UUID promoted = newId();
        String promotedAddress = newAddress();
        user(
                promoted,
                "servicepartner.user.role-changed.v1",
                3,
                user(promoted, partner).with("role", "ADMIN"));
        activate(promoted, partner, promotedAddress, "TECHNICIAN", "en");
        UUID demoted = newId();
        String demotedAddress = newAddress();
        activate(demoted, partner, demotedAddress, "ADMIN", "en");
        user(
                demoted,
                "servicepartner.user.role-changed.v1",
                3,
                user(demoted, partner).with("role", "TECHNICIAN"));
        UUID removed = newId();
        String removedAddress = newAddress();
        activate(removed, partner, removedAddress, "ADMIN", "en");
        user(removed, "servicepartner.user.removed.v1", 3, user(removed, partner));
        UUID renamed = newId();
        String renamedAddress = newAddress();
        activate(renamed, partner, renamedAddress, "ADMIN", "en");
        user(
                renamed,
                "servicepartner.user.renamed.v1",
                3,
                user(renamed, partner).with("firstName", "Ada").with("lastName", "Alpine"));
        for (UUID each : List.of(promoted, demoted, removed, renamed)) {
            afterEverythingTold(USERS, each.toString());
        }

        told(REQUESTED, request(connection, partner, address));
        onlyMailTo(promotedAddress);
        assertThat(onlyMailTo(renamedAddress).text()).startsWith("Hello Ada,");
        assertThat(states(demotedAddress)).isEmpty();
        assertThat(states(removedAddress)).isEmpty();
        assertThat(states(address)).isEmpty();
    }

    @Test
    void aRequestIsSentOnceAlsoWhenEverythingIsToldAgainToMoreAdmins() {
        String first = admin(partner, "en");
        String id = newId().toString();
        String json = request(connection, partner, address).json();
        tellAs(id, CONNECTIONS, partner.toString(), REQUESTED, 0, json);
        tellAs(id, CONNECTIONS, partner.toString(), REQUESTED, 0, json);
        onlyMailTo(first);
        String second = admin(partner, "en");
        jdbc.sql("delete from inbound_message").update();
        tellAs(id, CONNECTIONS, partner.toString(), REQUESTED, 0, json);
        afterEverythingTold(CONNECTIONS, partner.toString());
        onlyMailTo(first);
        assertThat(states(second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "declined", "expired", "withdrawn", "deleted"})
    void aDecisionBeforeItsRequestLeavesNothingToAsk(String decision) {
        told(
                "servicepartner.fleet-connection." + decision + ".v1",
                ended(connection).with("partnerId", partner));
        told(REQUESTED, request(connection, partner, address));
        afterEverythingTold(CONNECTIONS, partner.toString());
        assertThat(states(address)).isEmpty();
    }

    @Test
    void whatADeadMailServerHeldUpIsNotSentAfterTheDecision() {
        mailServerDies();
        told(REQUESTED, request(connection, partner, address));
        await().until(() -> states(address), List.of("PENDING")::equals);
        told(ACCEPTED, ended(connection));
        await().until(() -> states(address), List.of("SUPERSEDED")::equals);
        mailServerComesBack();
        afterEverythingTold(CONNECTIONS, partner.toString());
        assertThat(mailsTo(address)).isEmpty();
    }

    @Test
    void theProvidersContactLearnsWhichTeamEndedTheConnection() {
        tell(
                PARTNERS,
                partner.toString(),
                "servicepartner.partner.details-changed.v1",
                new Json()
                        .with("partnerId", partner)
                        .with("teamName", "Alpine <Fitters>")
                        .json());
        await().until(
                        () -> jdbc.sql("select count(*) from team_copy where partner_id = ?")
                                .param(partner)
                                .query(Integer.class)
                                .single(),
                        count -> count == 1);
        String contact = newAddress();
        told(
                REQUESTED,
                request(connection, partner, address)
                        .with("partnerKnown", false)
                        .with("language", "de"));
        told(ACCEPTED, ended(connection));
        String id = newId().toString();
        String json = deleted(contact);
        tellAs(id, CONNECTIONS, partner.toString(), DELETED, 3, json);
        tellAs(id, CONNECTIONS, partner.toString(), DELETED, 3, json);
        Mail mail = onlyMailTo(contact);
        assertThat(mail.subject()).isEqualTo("Alpine <Fitters> hat die Verbindung zur Flotte Vienna Vans beendet");
        assertThat(mail.html()).contains("<strong>Alpine &lt;Fitters&gt;</strong>");
        assertThat(mail.text()).contains("24. Dezember 2026, 14:25 Uhr (UTC)");
        afterEverythingTold(CONNECTIONS, partner.toString());
        onlyMailTo(contact);
    }

    @Test
    void aConnectionWithoutAContactIsDeletedInSilence() {
        int before = deliveries();
        String id = tell(
                CONNECTIONS,
                partner.toString(),
                DELETED,
                ended(connection).with("partnerId", partner).json());
        afterEverythingTold(CONNECTIONS, partner.toString());
        assertThat(deliveries()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select count(*) from delivery where cause_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSignerWhoIsNotKnownYetGetsTheProofWhenKnown() {
        UUID signer = newId();
        String id = newId().toString();
        String json = new Json()
                .with("partnerId", partner)
                .with("version", "2026-1")
                .with("language", "en")
                .with("documentHash", "9f86d081884c7d65")
                .with("signedDocumentHash", "00")
                .with("companyName", "Alpine Fitters GmbH")
                .with("representative", "Alice Alpine")
                .with("signedBy", signer)
                .with("signedAt", "2026-03-02T08:05:00Z")
                .with("missingSteps", List.of())
                .json();
        tellAs(id, PARTNERS, partner.toString(), "servicepartner.partner.nda-signed.v1", 5, json);
        await().until(
                        () -> jdbc.sql("select count(*) from signature_copy where cause_id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single(),
                        count -> count == 1);
        activate(signer, partner, address, "ADMIN", "de");
        Mail mail = onlyMailTo(address);
        assertThat(mail.subject()).isEqualTo("Ihre unterschriebene Geheimhaltungsvereinbarung");
        assertThat(mail.text())
                .contains("9f86d081884c7d65", "http://127.0.0.1:8080/settings#nda", "Alpine Fitters GmbH");
        assertThat(jdbc.sql("select signature::text from signature_copy where cause_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("{}");

        jdbc.sql("delete from inbound_message").update();
        tellAs(id, PARTNERS, partner.toString(), "servicepartner.partner.nda-signed.v1", 5, json);
        String marker = newAddress();
        activate(newId(), newId(), marker, "ADMIN", "en");
        onlyMailTo(address);
    }

    private int deliveries() {
        return jdbc.sql("select count(*) from delivery").query(Integer.class).single();
    }

    private String deleted(String contact) {
        return ended(connection)
                .with("partnerId", partner)
                .with("fleetId", newId())
                .with("fleetName", "Vienna Vans")
                .with("providerName", "Velocity Rentals")
                .with("providerContactEmail", contact)
                .with("deletedAt", "2026-12-24T14:25:00Z")
                .json();
    }

    private void told(String type, Json data) {
        tell(CONNECTIONS, partner.toString(), type, data.json());
    }

    private static void user(UUID user, String type, long sequence, Json data) {
        tell(USERS, user.toString(), type, sequence, data.json());
    }
}
