package org.servicepartner.job.integration.consumed;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

import org.servicepartner.job.domain.ConnectionCommand;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

/** What fleet-connection-service says about connections. */
public class ConnectionMessages implements InboundHandler {
    private static final ObjectReader READER = Json.readerFor(News.class);

    private final Clock clock;

    public ConnectionMessages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "servicepartner.fleet-connection.requested.v1" -> requested(Json.read(READER, message));
            case "servicepartner.fleet-connection.accepted.v1" -> accepted(Json.read(READER, message));
            case "servicepartner.fleet-connection.deleted.v1" -> ended(Json.read(READER, message), "DELETED");
            case "servicepartner.fleet-connection.declined.v1" -> ended(Json.read(READER, message), "DECLINED");
            case "servicepartner.fleet-connection.expired.v1" -> ended(Json.read(READER, message), "EXPIRED");
            case "servicepartner.fleet-connection.withdrawn.v1" -> ended(Json.read(READER, message), "WITHDRAWN");
            default -> new Reaction.Nothing();
        };
    }

    private Reaction requested(News news) {
        return new Reaction.Command(
                news.connectionId,
                new ConnectionCommand.NoteRequest(
                        news.connectionId,
                        news.fleetId,
                        news.partnerId,
                        news.fleetName,
                        news.providerName,
                        clock.instant()));
    }

    private Reaction accepted(News news) {
        return new Reaction.Command(
                news.connectionId,
                new ConnectionCommand.NoteAcceptance(
                        news.connectionId,
                        news.fleetId,
                        news.partnerId,
                        Boolean.TRUE.equals(news.overrideAllowed),
                        clock.instant()));
    }

    private Reaction ended(News news, String reason) {
        return new Reaction.Command(
                news.connectionId,
                new ConnectionCommand.NoteEnd(
                        news.connectionId, news.fleetId, news.partnerId, reason, clock.instant()));
    }

    record News(
            String connectionId,
            String fleetId,
            String partnerId,
            @Nullable String fleetName,
            @Nullable String providerName,
            @Nullable Boolean overrideAllowed) {
        News {
            Json.require("connectionId", connectionId);
            Json.require("fleetId", fleetId);
            Json.require("partnerId", partnerId);
        }
    }
}
