package org.servicepartner.notification.integration.consumed;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.servicepartner.notification.domain.Invitation;
import org.servicepartner.notification.domain.Language;
import org.servicepartner.notification.domain.Role;
import org.servicepartner.notification.policy.WhenUserInvitedThenEmailLink;
import org.servicepartner.notification.view.Invitations;
import org.servicepartner.notification.view.Users;
import org.servicepartner.platform.messaging.InboundHandler;
import org.servicepartner.platform.messaging.InboundMessage;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

import static org.servicepartner.notification.integration.consumed.Json.require;
import static org.servicepartner.notification.integration.consumed.Json.requireText;

/** What identity-service says about users and their invitations. */
public final class UserMessages implements InboundHandler {
    public static final String ERASED = "servicepartner.user.erased.v1";

    private final Users users;
    private final Invitations invitations;
    private final WhenUserInvitedThenEmailLink whenInvited;
    private final PersonalDataKeys keys;
    private final Clock clock;

    public UserMessages(
            Users users,
            Invitations invitations,
            WhenUserInvitedThenEmailLink whenInvited,
            PersonalDataKeys keys,
            Clock clock) {
        this.keys = keys;
        this.users = users;
        this.invitations = invitations;
        this.whenInvited = whenInvited;
        this.clock = clock;
    }

    @Override
    public Reaction reactionTo(InboundMessage message) {
        return switch (message.type()) {
            case "servicepartner.user.invited.v1" -> invited(message);
            case "servicepartner.user.invitation-revoked.v1" -> revoked(message);
            case "servicepartner.user.activated.v1" -> activated(message);
            case "servicepartner.user.renamed.v1" -> renamed(message);
            case "servicepartner.user.role-changed.v1" -> roleChanged(message);
            case "servicepartner.user.removed.v1" -> removed(message);
            default -> new Reaction.Nothing();
        };
    }

    private Reaction invited(InboundMessage message) {
        Invited event = Json.read(message, Invited.class);
        long sequence = Json.sequence(message);
        Invitation invitation = event.invitation(clock.instant());
        return new Reaction.Update(() -> {
            keys.belongsTo(event.userId.toString(), invitation.email());
            users.invited(
                    event.userId,
                    event.partnerId,
                    invitation.email(),
                    event.firstName,
                    event.lastName,
                    invitation.role(),
                    invitation.language(),
                    sequence);
            whenInvited.invited(invitation, sequence, message.id());
        });
    }

    private Reaction revoked(InboundMessage message) {
        InvitationRevoked event = Json.read(message, InvitationRevoked.class);
        long sequence = Json.sequence(message);
        return new Reaction.Update(() -> {
            users.removed(event.userId, event.partnerId, sequence);
            invitations.ended(event.userId, sequence);
        });
    }

    private Reaction activated(InboundMessage message) {
        Activated event = Json.read(message, Activated.class);
        long sequence = Json.sequence(message);
        String email = Json.email(event.email);
        return new Reaction.Update(() -> {
            keys.belongsTo(event.userId.toString(), email);
            users.activated(
                    event.userId,
                    event.partnerId,
                    email,
                    event.firstName,
                    event.lastName,
                    Role.valueOf(event.role.name()),
                    event.language == null ? null : Language.of(event.language),
                    sequence);
            invitations.ended(event.userId, sequence);
        });
    }

    private Reaction renamed(InboundMessage message) {
        Renamed event = Json.read(message, Renamed.class);
        long sequence = Json.sequence(message);
        return new Reaction.Update(
                () -> users.renamed(event.userId, event.partnerId, event.firstName, event.lastName, sequence));
    }

    private Reaction roleChanged(InboundMessage message) {
        RoleChanged event = Json.read(message, RoleChanged.class);
        long sequence = Json.sequence(message);
        return new Reaction.Update(
                () -> users.roleChanged(event.userId, event.partnerId, Role.valueOf(event.role.name()), sequence));
    }

    private Reaction removed(InboundMessage message) {
        Removed event = Json.read(message, Removed.class);
        long sequence = Json.sequence(message);
        return new Reaction.Update(() -> {
            users.removed(event.userId, event.partnerId, sequence);
            invitations.ended(event.userId, sequence);
        });
    }

    enum UserRole {
        ADMIN,
        TECHNICIAN
    }

    enum InvitationKind {
        FIRST_ADMIN,
        COLLEAGUE
    }

    record Invited(
            UUID userId,
            UUID partnerId,
            String invitationId,
            InvitationKind kind,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            UserRole role,
            @Nullable String language,
            @Nullable String providerName,
            @Nullable String fleetName,
            @Nullable UUID invitedById,
            @Nullable String invitedBy,
            @Nullable Instant invitedAt,
            Instant expiresAt) {
        Invited {
            require("userId", userId);
            require("partnerId", partnerId);
            requireText("invitationId", invitationId);
            require("kind", kind);
            requireText("email", email);
            require("role", role);
            require("expiresAt", expiresAt);
        }

        Invitation invitation(Instant now) {
            return new Invitation(
                    userId,
                    partnerId,
                    invitationId,
                    Invitation.Kind.valueOf(kind.name()),
                    Json.email(email),
                    Language.of(language),
                    Role.valueOf(role.name()),
                    firstName,
                    providerName,
                    fleetName,
                    invitedById,
                    invitedBy,
                    invitedAt == null ? now : invitedAt,
                    expiresAt);
        }
    }

    record InvitationRevoked(UUID userId, UUID partnerId) {
        InvitationRevoked {
            require("userId", userId);
            require("partnerId", partnerId);
        }
    }

    record Activated(
            UUID userId,
            UUID partnerId,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            UserRole role,
            @Nullable String language) {
        Activated {
            require("userId", userId);
            require("partnerId", partnerId);
            requireText("email", email);
            require("role", role);
        }
    }

    record Renamed(UUID userId, UUID partnerId, String firstName, String lastName) {
        Renamed {
            require("userId", userId);
            require("partnerId", partnerId);
            require("firstName", firstName);
            require("lastName", lastName);
        }
    }

    record RoleChanged(UUID userId, UUID partnerId, UserRole role) {
        RoleChanged {
            require("userId", userId);
            require("partnerId", partnerId);
            require("role", role);
        }
    }

    record Removed(UUID userId, UUID partnerId) {
        Removed {
            require("userId", userId);
            require("partnerId", partnerId);
        }
    }
}
