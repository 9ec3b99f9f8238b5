package org.servicepartner.connection.integration.consumed;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servicepartner.connection.integration.consumed.FleetControlMessage.ConnectionRequested;
import org.servicepartner.connection.integration.consumed.FleetControlMessage.ConnectionWithdrawn;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What FleetControl may send, and the sentence it gets for what it may not. */
class FleetControlMessageTest {
    private static final String REQUEST = """
            {"connectionId": "11111111-0000-4000-8000-000000000001", "fleetId": "fleet-7", "fleetName": "City Cars North",
             "providerName": "City Cars", "providerContactEmail": "fleet@city-cars.example",
             "partnerEmail": "alice@alpine-fitters.example", "overrideAllowed": true, "language": "de"}""";

    @Test
    void aRequestIsUnderstood() {
        assertThat(requested(REQUEST))
                .isEqualTo(new ConnectionRequested(
                        "11111111-0000-4000-8000-000000000001",
                        "fleet-7",
                        "City Cars North",
                        "City Cars",
                        "fleet@city-cars.example",
                        "alice@alpine-fitters.example",
                        true,
                        "de"));
    }

    @Test
    void contactOverrideAndLanguageMayBeAbsentAndUnknownFieldsArePassedOver() {
        ConnectionRequested requested = (ConnectionRequested) requested("""
                {"connectionId": "11111111-0000-4000-8000-000000000001", "fleetId": "fleet-7", "fleetName": "North",
                 "providerName": "City Cars", "partnerEmail": "alice@alpine-fitters.example", "color": "red"}""");

        assertThat(requested.providerContactEmail()).isNull();
        assertThat(requested.overrideAllowed()).isFalse();
        assertThat(requested.language()).isEqualTo("en");
    }

    @Test
    void addressesAndIdsAreNormalised() {
        ConnectionRequested requested = (ConnectionRequested)
                requested(REQUEST.replace("alice@alpine-fitters.example", " Alice@Alpine-Fitters.example ")
                        .replace("11111111-0000-4000-8000-000000000001", "ABCDEF01-0000-4000-8000-000000000001"));

        assertThat(requested.partnerEmail()).isEqualTo("alice@alpine-fitters.example");
        assertThat(requested.connectionId()).isEqualTo("abcdef01-0000-4000-8000-000000000001");
    }

    @Test
    void aWithdrawalIsUnderstood() {
        assertThat(FleetControlMessage.of(message(
                        "fleetcontrol.connection.withdrawn.v1",
                        "{\"connectionId\": \"11111111-0000-4000-8000-000000000001\", \"fleetId\": \"fleet-7\"}")))
                .isEqualTo(new ConnectionWithdrawn("11111111-0000-4000-8000-000000000001", "fleet-7"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "11111111-0000-4000-8000-000000000001" | "4711"                     | connectionId must be a UUID.
            "11111111-0000-4000-8000-000000000001" | 4711                       | connectionId must be a text.
            "11111111-0000-4000-8000-000000000001" | null                       | connectionId is missing.
            "11111111-0000-4000-8000-000000000001" | "1-1-1-1-1"                | connectionId must be a UUID.
            "fleet-7"                              | "fleet 7"                  | fleetId must be 1 to 64 letters, digits, dots, underscores or hyphens.
            "fleet-7"                              | "fleet:7"                  | fleetId must be 1 to 64 letters, digits, dots, underscores or hyphens.
            "fleet-7"                              | ""                         | fleetId must be 1 to 64 letters, digits, dots, underscores or hyphens.
            "City Cars North"                      | " "                        | fleetName must have 1 to 200 characters on one line.
            "City Cars North"                      | "North\\nSouth"            | fleetName must have 1 to 200 characters on one line.
            "City Cars North"                      | "North\\u0000"             | fleetName must have 1 to 200 characters on one line.
            "City Cars North"                      | "North\\ud800"             | fleetName must have 1 to 200 characters on one line.
            "City Cars"                            | {}                         | providerName must be a text.
            "fleet@city-cars.example"              | "nobody"                   | providerContactEmail must be an e-mail address.
            "fleet@city-cars.example"              | []                         | providerContactEmail must be a text.
            "alice@alpine-fitters.example"         | "alice@alpine"             | partnerEmail must be an e-mail address.
            "alice@alpine-fitters.example"         | "a@b.example, c@d.example" | partnerEmail must be an e-mail address.
            "alice@alpine-fitters.example"         | "a@b.example\\r\\nBcc: c"  | partnerEmail must be an e-mail address.
            true                                   | "yes"                      | overrideAllowed must be true or false.
            "de"                                   | "fr"                       | language must be en or de.
            "de"                                   | "DE"                       | language must be en or de.
            "de"                                   | 7                          | language must be en or de.
            """)
    void aBadFieldIsNamed(String good, String bad, String sentence) {
        MessageRejectedException refusal = refusal(REQUEST.replace(good, bad));

        assertThat(refusal.reason()).isEqualTo("INVALID_FIELDS");
        assertThat(refusal).hasMessage(sentence);
    }

    @Test
    void longTextsAreRefused() {
        List<MessageRejectedException> refusals = Stream.of(
                        REQUEST.replace("City Cars North", "x".repeat(201)),
                        REQUEST.replace("fleet-7", "x".repeat(65)),
                        REQUEST.replace("alice", "x".repeat(65)),
                        REQUEST.replace("alpine-fitters", "x".repeat(255)))
                .map(FleetControlMessageTest::refusal)
                .toList();

        assertThat(refusals).extracting(Throwable::getMessage).allMatch(sentence -> sentence.contains(" must "));
    }

    @Test
    void everyBadFieldIsNamed() {
        assertThat(refusal("{\"fleetName\": 7}"))
                .hasMessage("connectionId is missing. fleetId is missing. fleetName must be a text."
                        + " providerName is missing. partnerEmail is missing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "{} {}",
                "{\"fleetId\": \"a\", \"fleetId\": \"b\"}",
                "{\"fleetId\": NaN}"
            })
    void whatIsNoJsonObjectIsRefused(String data) {
        assertThat(refusal(data).reason()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void anUnknownTypeIsRefused() {
        MessageRejectedException refusal = catchThrowableOfType(
                MessageRejectedException.class,
                () -> FleetControlMessage.of(message("fleetcontrol.connection.invented.v1", REQUEST)));

        assertThat(refusal.reason()).isEqualTo("UNKNOWN_TYPE");
        assertThat(refusal).hasMessageContaining("fleetcontrol.connection.invented.v1");
    }

    private static FleetControlMessage requested(String data) {
        return FleetControlMessage.of(message("fleetcontrol.connection.requested.v1", data));
    }

    private static MessageRejectedException refusal(String data) {
        return catchThrowableOfType(MessageRejectedException.class, () -> requested(data));
    }

    private static InboundMessage message(String type, String data) {
        return new InboundMessage("1", "/fleetcontrol", type, null, null, -1, null, null, data.getBytes(UTF_8));
    }
}
