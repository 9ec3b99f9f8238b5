package org.servicepartner.connection.integration.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.servicepartner.connection.domain.FleetConnectionEvent;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.eventstore.StoredForm;
import org.servicepartner.platform.testing.StoredEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.servicepartner.connection.domain.Given.*;

/** What is stored and what is published of it, against approved files: of the published ones these are the contract's examples. */
class FleetConnectionMessagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<FleetConnectionEvent> samples() {
        return List.of(
                requested(FIRST, MONDAY),
                accepted(FIRST, TUESDAY),
                declined(FIRST, TUESDAY),
                deleted(FIRST, WEDNESDAY),
                expired(FIRST, NEXT_MONDAY),
                withdrawn(FIRST, TUESDAY),
                requestRefused(FIRST, "PAIR_ALREADY_CONNECTED"),
                withdrawalRefused(FIRST, "CONNECTION_ACCEPTED"));
    }

    @Test
    void storedEventsStayAsTheyAre() {
        StoredEvents.verify(
                EventTypes.of(FleetConnectionEvent.class),
                Stream.concat(samples().stream(), Stream.of(withoutContact())).toArray());
    }

    private static FleetConnectionEvent withoutContact() {
        return new FleetConnectionEvent.Requested(
                SECOND,
                FLEET,
                PARTNER,
                "City Cars North",
                "City Cars",
                null,
                "new@partner.example",
                false,
                true,
                "en",
                MONDAY,
                NEXT_MONDAY);
    }

    @Test
    void aRequestFromBeforeRequestsHadALanguageIsEnglish() {
        Object stored = new StoredForm(EventTypes.of(FleetConnectionEvent.class))
                .read("fleet-connection.requested.v1", """
                        {"connectionId": "%s", "fleetId": "%s", "partnerId": "%s", "fleetName": "City Cars North",
                         "providerName": "City Cars", "partnerEmail": "new@partner.example", "partnerKnown": false,
                         "overrideAllowed": true, "requestedAt": "%s", "expiresAt": "%s"}
                        """.formatted(SECOND, FLEET, PARTNER, MONDAY, NEXT_MONDAY));

        assertThat(stored).isEqualTo(withoutContact());
    }

    @Test
    void aDeletionFromBeforeDeletionsCarriedNamesHasNone() {
        Object stored = new StoredForm(EventTypes.of(FleetConnectionEvent.class))
                .read("fleet-connection.deleted.v1", """
                        {"connectionId": "%s", "fleetId": "%s", "partnerId": "%s", "deletedBy": "%s", "deletedAt": "%s"}
                        """.formatted(FIRST, FLEET, PARTNER, ALICE, WEDNESDAY));

        assertThat(stored)
                .isEqualTo(new FleetConnectionEvent.Deleted(FIRST, FLEET, PARTNER, null, null, null, ALICE, WEDNESDAY));
        assertThat(JSON.readTree(JSON.writeValueAsString(
                                FleetConnectionMessages.translate((FleetConnectionEvent) stored)))
                        .propertyNames())
                .containsExactlyInAnyOrder("connectionId", "fleetId", "partnerId", "deletedAt", "deletedBy");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void publishedEventsAreTheContractsExamples(FleetConnectionEvent stored) throws IOException {
        PublishedEvent published = FleetConnectionMessages.translate(stored);

        Path example = Path.of("src/main/resources/contracts/examples", published.type() + ".json");
        assertThat(JSON.readTree(JSON.writeValueAsString(published)))
                .isEqualTo(JSON.readTree(Files.readString(example)));
    }

    @Test
    void everyPublishedEventHasItsSample() {
        assertThat(samples().stream()
                        .map(FleetConnectionMessages::translate)
                        .map(Object::getClass)
                        .collect(Collectors.toSet()))
                .isEqualTo(
                        Stream.of(PublishedEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }
}
