package org.servicepartner.identity.integration.published;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.domain.UserEvent;
import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Erased;
import org.servicepartner.identity.domain.UserEvent.ErasureConfirmed;
import org.servicepartner.identity.domain.UserEvent.InvitationRevoked;
import org.servicepartner.identity.domain.UserEvent.Invited;
import org.servicepartner.identity.domain.UserEvent.InvitedRoleChanged;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.Renamed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserActivated;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserErased;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserInvitationRevoked;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserInvited;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRemoved;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRenamed;
import org.servicepartner.identity.integration.published.PublishedUserEvent.UserRoleChanged;
import org.servicepartner.platform.eventstore.RecordedEvent;
import org.servicepartner.platform.messaging.OutboundMessage;
import org.servicepartner.platform.personaldata.PersonalData;

/** From stored events to messages for others. */
final class UserMessages {
    private UserMessages() {}

    /**
     * Empty for what concerns nobody else: the role of somebody who is not active yet comes with the activation. Of who is erased
     * others hear only that.
     */
    static Optional<OutboundMessage> of(RecordedEvent event) {
        UserEvent what = (UserEvent) event.payload();
        if (isOfErased(what)) {
            return Optional.empty();
        }
        return switch (what) {
            case Invited invited ->
                message(
                        event,
                        UserInvited.TYPE,
                        new UserInvited(
                                invited.userId(),
                                invited.partnerId(),
                                invited.invitationId(),
                                invited.email(),
                                invited.firstName(),
                                invited.lastName(),
                                invited.role(),
                                invited.language(),
                                invited.kind(),
                                invited.providerName(),
                                invited.fleetName(),
                                invited.invitedById(),
                                isErased(invited.invitedBy()) ? null : invited.invitedBy(),
                                invited.resent(),
                                invited.expiresAt(),
                                invited.invitedAt()));
            case InvitedRoleChanged changed -> Optional.empty();
            case InvitationRevoked revoked ->
                message(
                        event,
                        UserInvitationRevoked.TYPE,
                        new UserInvitationRevoked(
                                revoked.userId(), revoked.partnerId(), revoked.invitationId(), revoked.revokedAt()));
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
                                activated.role(),
                                activated.language(),
                                activated.activatedAt()));
            case Renamed renamed ->
                message(
                        event,
                        UserRenamed.TYPE,
                        new UserRenamed(
                                renamed.userId(),
                                renamed.partnerId(),
                                renamed.firstName(),
                                renamed.lastName(),
                                renamed.renamedAt()));
            case RoleChanged changed ->
                message(
                        event,
                        UserRoleChanged.TYPE,
                        new UserRoleChanged(changed.userId(), changed.partnerId(), changed.role()));
            case Removed removed ->
                message(event, UserRemoved.TYPE, new UserRemoved(removed.userId(), removed.partnerId()));
            case Erased erased ->
                message(
                        event,
                        UserErased.TYPE,
                        new UserErased(erased.userId(), erased.partnerId(), erased.erasureId(), erased.erasedAt()));
            case ErasureConfirmed confirmed -> Optional.empty();
        };
    }

    private static boolean isOfErased(UserEvent event) {
        return switch (event) {
            case Invited invited -> isErased(invited.email());
            case Activated activated -> isErased(activated.email());
            case Renamed renamed -> isErased(renamed.lastName());
            default -> false;
        };
    }

    private static boolean isErased(@Nullable String value) {
        return PersonalData.ERASED.equals(value);
    }

    private static Optional<OutboundMessage> message(RecordedEvent event, String type, PublishedUserEvent data) {
        return Optional.of(new OutboundMessage(
                UserPublisher.TOPIC,
                event.aggregateId(),
                event.eventId(),
                type,
                event.aggregateId(),
                event.recordedAt(),
                event.sequence(),
                data,
                event.metadata()));
    }
}
