package org.servicepartner.job.integration.consumed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.servicepartner.job.domain.ConnectionCommand;
import org.servicepartner.platform.messaging.InboundHandler.Reaction;
import org.servicepartner.platform.messaging.MessageRejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.servicepartner.job.integration.consumed.Inbox.CLOCK;
import static org.servicepartner.job.integration.consumed.Inbox.NOW;
import static org.servicepartner.job.integration.consumed.Inbox.example;
import static org.servicepartner.job.integration.consumed.Inbox.message;

class ConnectionMessagesTest {
    private static final String ACCEPTED = "servicepartner.fleet-connection.accepted.v1";
    private static final String CONNECTION = "c0000000-0000-4000-8000-000000000003";
    private static final String PARTNER = "a0000000-0000-4000-8000-000000000001";

    private final ConnectionMessages messages = new ConnectionMessages(CLOCK);

    @Test
    void aRequestTellsTheNames() {
        assertThat(messages.reactionTo(example("servicepartner.fleet-connection.requested.v1")))
                .isEqualTo(new Reaction.Command(
                        CONNECTION,
                        new ConnectionCommand.NoteRequest(
                                CONNECTION, "city-cars", PARTNER, "City cars", "Metro Mobility", NOW)));
    }

    @Test
    void anAcceptanceShowsTheFleet() {
        assertThat(messages.reactionTo(example(ACCEPTED)))
                .isEqualTo(new Reaction.Command(
                        CONNECTION, new ConnectionCommand.NoteAcceptance(CONNECTION, "city-cars", PARTNER, true, NOW)));
    }

    @ParameterizedTest
    @CsvSource({"deleted, DELETED", "declined, DECLINED", "expired, EXPIRED", "withdrawn, WITHDRAWN"})
    void everyEndIsAnEnd(String event, String reason) {
        assertThat(messages.reactionTo(example("servicepartner.fleet-connection." + event + ".v1")))
                .isEqualTo(new Reaction.Command(
                        CONNECTION, new ConnectionCommand.NoteEnd(CONNECTION, "city-cars", PARTNER, reason, NOW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "servicepartner.fleet-connection.request-refused.v1",
                "servicepartner.fleet-connection.withdrawal-refused.v1",
                "servicepartner.fleet-connection.accepted.v2"
            })
    void othersArePassedOver(String type) {
        assertThat(messages.reactionTo(message(type, "whatever"))).isEqualTo(new Reaction.Nothing());
    }

    @Test
    void membersThatAreNotReadMayBeAnything() {
        assertThat(messages.reactionTo(message(ACCEPTED, """
                {"connectionId": "%s", "fleetId": "city-cars", "partnerId": "%s", "overrideAllowed": false,
                 "acceptedAt": 17, "acceptedBy": ["somebody"]}
                """.formatted(CONNECTION, PARTNER))))
                .isInstanceOf(Reaction.Command.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectionId", "fleetId", "partnerId"})
    void aMissingIdIsRejected(String field) {
        String data = """
                {"connectionId": "c", "fleetId": "f", "partnerId": "p", "overrideAllowed": true}
                """.replace("\"" + field + "\"", "\"other\"");
        assertThatThrownBy(() -> messages.reactionTo(message(ACCEPTED, data)))
                .isInstanceOfSatisfying(
                        MessageRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo("MISSING_FIELD"))
                .hasMessage("The field " + field + " is missing");
    }

    @Test
    void whatIsNoJsonIsRejected() {
        assertThatThrownBy(() -> messages.reactionTo(message(ACCEPTED, "{")))
                .isInstanceOfSatisfying(
                        MessageRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo("MALFORMED_JSON"));
    }
}
