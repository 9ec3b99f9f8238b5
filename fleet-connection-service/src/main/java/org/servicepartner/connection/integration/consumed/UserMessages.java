package org.servicepartner.connection.integration.consumed;

import java.util.UUID;

import org.servicepartner.connection.view.Partners;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

/** Copies what identity-service says: which address belongs to which partner's user, and who is an admin. */
public class UserMessages implements InboundHandler {
    public static final String ERASED = "servicepartner.user.erased.v1";

    private final Partners partners;
    private final PersonalDataKeys keys;

    public UserMessages(Partners partners, PersonalDataKeys keys) {
        this.partners = partners;
        this.keys = keys;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "servicepartner.user.invited.v1" -> {
                Invited event = Tolerantly.read(message, Invited.class);
                String email = Tolerantly.address(event.email());
                yield new Reaction.Update(() -> {
                    keys.belongsTo(event.userId().toString(), email);
                    partners.userInvited(
                            event.userId(), event.partnerId(), event.invitationId(), email, message.sequence());
                });
            }
            case "servicepartner.user.invitation-revoked.v1" -> {
                InvitationRevoked event = Tolerantly.read(message, InvitationRevoked.class);
                yield new Reaction.Update(() -> partners.invitationRevoked(
                        event.userId(), event.partnerId(), event.invitationId(), message.sequence()));
            }
            case "servicepartner.user.activated.v1" -> {
                Activated event = Tolerantly.read(message, Activated.class);
                String email = Tolerantly.address(event.email());
                yield new Reaction.Update(() -> {
                    keys.belongsTo(event.userId().toString(), email);
                    partners.userActivated(event.userId(), event.partnerId(), email, message.sequence());
                });
            }
            case "servicepartner.user.role-changed.v1" -> {
                RoleChanged event = Tolerantly.read(message, RoleChanged.class);
                yield new Reaction.Update(() ->
                        partners.roleChanged(event.userId(), event.partnerId(), event.role(), message.sequence()));
            }
            case "servicepartner.user.removed.v1" -> {
                Removed event = Tolerantly.read(message, Removed.class);
                yield new Reaction.Update(
                        () -> partners.userRemoved(event.userId(), event.partnerId(), message.sequence()));
            }
            default -> new Reaction.Nothing();
        };
    }

    private record Invited(UUID userId, UUID partnerId, UUID invitationId, String email) {}

    private record InvitationRevoked(UUID userId, UUID partnerId, UUID invitationId) {}

    private record Activated(UUID userId, UUID partnerId, String email) {}

    private record RoleChanged(UUID userId, UUID partnerId, String role) {}

    private record Removed(UUID userId, UUID partnerId) {}
}
