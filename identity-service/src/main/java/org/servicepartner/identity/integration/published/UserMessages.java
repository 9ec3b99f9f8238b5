package org.servicepartner.identity.integration.published;

import org.servicepartner.identity.domain.UserEvent;
import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserActivated;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRemoved;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRoleChanged;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.OutboundMessage;

/** From stored events to messages for others. */
final class UserMessages {
    private UserMessages() {}

    static OutboundMessage of(RecordedEvent event) {
        return switch ((UserEvent) event.payload()) {
            case Activated activated ->
                message(
                        event,
                        UserActivated.TYPE,
                        new UserActivated(
                                activated.userId(),
                                activated.partnerId(),
                                activated.email(),
                                activated.firstName(),
                                activated.lastName(),
                                activated.role()));
            case RoleChanged changed ->
                message(
                        event,
                        UserRoleChanged.TYPE,
                        new UserRoleChanged(changed.userId(), changed.partnerId(), changed.role()));
            case Removed removed ->
                message(event, UserRemoved.TYPE, new UserRemoved(removed.userId(), removed.partnerId()));
        };
    }

    private static OutboundMessage message(RecordedEvent event, String type, PublishedUserEvent data) {
        return new OutboundMessage(
                UserPublisher.TOPIC,
                event.aggregateId(),
                event.eventId(),
                type,
                event.aggregateId(),
                event.recordedAt(),
                event.sequence(),
                data,
                event.metadata());
    }
}
