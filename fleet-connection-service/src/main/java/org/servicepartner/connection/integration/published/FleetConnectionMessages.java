package org.servicepartner.connection.integration.published;

import org.servicepartner.connection.domain.FleetConnectionEvent;
import org.servicepartner.connection.domain.FleetConnectionEvent.Accepted;
import org.servicepartner.connection.domain.FleetConnectionEvent.Declined;
import org.servicepartner.connection.domain.FleetConnectionEvent.Deleted;
import org.servicepartner.connection.domain.FleetConnectionEvent.Expired;
import org.servicepartner.connection.domain.FleetConnectionEvent.Requested;
import org.servicepartner.connection.domain.FleetConnectionEvent.Withdrawn;
import org.servicepartner.connection.integration.published.PublishedEvent.ConnectionAccepted;
import org.servicepartner.connection.integration.published.PublishedEvent.ConnectionDeclined;
import org.servicepartner.connection.integration.published.PublishedEvent.ConnectionDeleted;
import org.servicepartner.connection.integration.published.PublishedEvent.ConnectionExpired;
import org.servicepartner.connection.integration.published.PublishedEvent.ConnectionRequested;
import org.servicepartner.connection.integration.published.PublishedEvent.ConnectionWithdrawn;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.personaldata.PersonalData;

/** Translates stored events into what is published; nothing else is needed for it. */
public final class FleetConnectionMessages {
    public static final String TOPIC = "servicepartner.fleet-connections.v1";

    private FleetConnectionMessages() {}

    public static OutboundMessage of(RecordedEvent recorded) {
        PublishedEvent event = translate((FleetConnectionEvent) recorded.payload());
        return new OutboundMessage(
                TOPIC,
                recorded.aggregateId(),
                recorded.eventId(),
                event.type(),
                recorded.aggregateId(),
                recorded.recordedAt(),
                recorded.sequence(),
                event,
                recorded.metadata());
    }

    static PublishedEvent translate(FleetConnectionEvent event) {
        return switch (event) {
            case Requested e ->
                new ConnectionRequested(
                        e.connectionId(),
                        e.fleetId(),
                        e.partnerId(),
                        e.fleetName(),
                        e.providerName(),
                        PersonalData.ERASED.equals(e.partnerEmail()) ? null : e.partnerEmail(),
                        e.overrideAllowed(),
                        e.language(),
                        e.providerContactEmail(),
                        e.requestedAt(),
                        e.expiresAt(),
                        e.partnerKnown());
            case Accepted e ->
                new ConnectionAccepted(
                        e.connectionId(),
                        e.fleetId(),
                        e.partnerId(),
                        e.overrideAllowed(),
                        e.acceptedAt(),
                        e.acceptedBy());
            case Declined e ->
                new ConnectionDeclined(e.connectionId(), e.fleetId(), e.partnerId(), e.declinedAt(), e.declinedBy());
            case Deleted e ->
                new ConnectionDeleted(
                        e.connectionId(),
                        e.fleetId(),
                        e.partnerId(),
                        e.fleetName(),
                        e.providerName(),
                        e.providerContactEmail(),
                        e.deletedAt(),
                        e.deletedBy());
            case Expired e -> new ConnectionExpired(e.connectionId(), e.fleetId(), e.partnerId(), e.expiredAt());
            case Withdrawn e -> new ConnectionWithdrawn(e.connectionId(), e.fleetId(), e.partnerId(), e.withdrawnAt());
            case FleetConnectionEvent.RequestRefused e ->
                new PublishedEvent.RequestRefused(
                        e.connectionId(), e.fleetId(), e.refusedMessageId(), e.reason(), e.detail());
            case FleetConnectionEvent.WithdrawalRefused e ->
                new PublishedEvent.WithdrawalRefused(
                        e.connectionId(), e.fleetId(), e.refusedMessageId(), e.reason(), e.detail());
        };
    }
}
