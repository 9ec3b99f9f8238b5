package org.servicepartner.notification.integration.consumed;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.servicepartner.notification.domain.FleetConnectionRequest;
import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.policy.WhenFleetConnectionDeletedThenEmailProvider;
import org.servicepartner.notification.policy.WhenFleetConnectionRequestedThenEmailAdmins;
import org.servicepartner.notification.view.Requests;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;

import static org.servicepartner.notification.integration.consumed.Json.require;
import static org.servicepartner.notification.integration.consumed.Json.requireText;

/** What fleet-connection-service says about requests and what became of them. */
public final class ConnectionMessages implements InboundHandler {
    private final Requests requests;
    private final WhenFleetConnectionRequestedThenEmailAdmins whenRequested;
    private final WhenFleetConnectionDeletedThenEmailProvider whenDeleted;
    private final Clock clock;

    public ConnectionMessages(
            Requests requests,
            WhenFleetConnectionRequestedThenEmailAdmins whenRequested,
            WhenFleetConnectionDeletedThenEmailProvider whenDeleted,
            Clock clock) {
        this.requests = requests;
        this.whenRequested = whenRequested;
        this.whenDeleted = whenDeleted;
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "servicepartner.fleet-connection.requested.v1" -> requested(message);
            case "servicepartner.fleet-connection.deleted.v1" -> deleted(message);
            case "servicepartner.fleet-connection.accepted.v1",
                    "servicepartner.fleet-connection.declined.v1",
                    "servicepartner.fleet-connection.expired.v1",
                    "servicepartner.fleet-connection.withdrawn.v1" -> {
                Ended event = Json.read(message, Ended.class);
                yield new Reaction.Update(() -> requests.ended(event.connectionId));
            }
            default -> new Reaction.Nothing();
        };
    }

    private Reaction requested(InboundMessage message) {
        Requested event = Json.read(message, Requested.class);
        FleetConnectionRequest request = event.request(clock.instant());
        return new Reaction.Update(() ->
                whenRequested.requested(request, event.isPartnerKnown(), Json.email(event.partnerEmail), message.id()));
    }

    private Reaction deleted(InboundMessage message) {
        Deleted event = Json.read(message, Deleted.class);
        return new Reaction.Update(() -> {
            requests.ended(event.connectionId);
            if (event.providerContactEmail != null && !event.providerContactEmail.isBlank()) {
                whenDeleted.deleted(
                        event.connectionId,
                        event.partnerId,
                        event.providerName,
                        event.fleetName,
                        event.deletedAt,
                        Json.email(event.providerContactEmail),
                        message.id());
            }
        });
    }

    record Requested(
            UUID connectionId,
            UUID partnerId,
            String providerName,
            String fleetName,
            String partnerEmail,
            @Nullable Boolean partnerKnown,
            @Nullable String language,
            @Nullable Instant requestedAt,
            Instant expiresAt) {
        Requested {
            require("connectionId", connectionId);
            require("partnerId", partnerId);
            requireText("providerName", providerName);
            requireText("fleetName", fleetName);
            requireText("partnerEmail", partnerEmail);
            require("expiresAt", expiresAt);
        }

        boolean isPartnerKnown() {
            return !Boolean.FALSE.equals(partnerKnown);
        }

        FleetConnectionRequest request(Instant now) {
            return new FleetConnectionRequest(
                    connectionId,
                    partnerId,
                    providerName,
                    fleetName,
                    Language.of(language),
                    requestedAt == null ? now : requestedAt,
                    expiresAt);
        }
    }

    record Ended(UUID connectionId) {
        Ended {
            require("connectionId", connectionId);
        }
    }

    /** Names of fleet and provider are told since there are letters about it; before, nobody was written to. */
    record Deleted(
            UUID connectionId,
            UUID partnerId,
            @Nullable String fleetName,
            @Nullable String providerName,
            @Nullable String providerContactEmail,
            @Nullable Instant deletedAt) {
        Deleted {
            require("connectionId", connectionId);
            require("partnerId", partnerId);
            if (providerContactEmail != null) {
                requireText("fleetName", fleetName);
                requireText("providerName", providerName);
                require("deletedAt", deletedAt);
            }
        }
    }
}
