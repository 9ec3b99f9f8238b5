package org.servicepartner.connection.integration.consumed;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.messaging.MessageRejectedException;

/** What FleetControl says about connections, checked. */
sealed interface FleetControlMessage {
    Pattern FLEET_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws MessageRejectedException if the message is not as the contract says */
    static FleetControlMessage of(InboundMessage message) {
        return switch (message.type()) {
            case "fleetcontrol.connection.requested.v1" -> ConnectionRequested.of(MessageFields.of(message));
            case "fleetcontrol.connection.withdrawn.v1" -> ConnectionWithdrawn.of(MessageFields.of(message));
            default ->
                throw new MessageRejectedException(
                        "UNKNOWN_TYPE",
                        "This topic takes fleetcontrol.connection.requested.v1 and fleetcontrol.connection.withdrawn.v1,"
                                + " not " + message.type());
        };
    }

    record ConnectionRequested(
            String connectionId,
            String fleetId,
            String fleetName,
            String providerName,
            @Nullable String providerContactEmail,
            String partnerEmail,
            boolean overrideAllowed,
            String language)
            implements FleetControlMessage {
        private static final List<String> LANGUAGES = List.of("en", "de");
        private static final int MAX_NAME_LENGTH = 200;

        private static ConnectionRequested of(MessageFields fields) {
            ConnectionRequested message = new ConnectionRequested(
                    fields.uuid("connectionId"),
                    readFleetId(fields),
                    fields.line("fleetName", MAX_NAME_LENGTH),
                    fields.line("providerName", MAX_NAME_LENGTH),
                    fields.optionalEmail("providerContactEmail"),
                    fields.email("partnerEmail"),
                    fields.flag("overrideAllowed"),
                    fields.oneOf("language", LANGUAGES));
            fields.check();
            return message;
        }
    }

    record ConnectionWithdrawn(String connectionId, String fleetId) implements FleetControlMessage {
        private static ConnectionWithdrawn of(MessageFields fields) {
            ConnectionWithdrawn message = new ConnectionWithdrawn(fields.uuid("connectionId"), readFleetId(fields));
            fields.check();
            return message;
        }
    }

    private static String readFleetId(MessageFields fields) {
        return fields.matching("fleetId", FLEET_ID, "1 to 64 letters, digits, dots, underscores or hyphens");
    }
}
