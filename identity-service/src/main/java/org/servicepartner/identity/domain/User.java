package org.servicepartner.identity.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.domain.UserCommand.ActivateUser;
import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserCommand.ConfirmErasure;
import org.servicepartner.identity.domain.UserCommand.EraseUser;
import org.servicepartner.identity.domain.UserCommand.InviteColleague;
import org.servicepartner.identity.domain.UserCommand.InviteFirstAdmin;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.domain.UserCommand.RenameUser;
import org.servicepartner.identity.domain.UserCommand.RenewLink;
import org.servicepartner.identity.domain.UserCommand.ResendInvitation;
import org.servicepartner.identity.domain.UserCommand.RevokeInvitation;
import org.servicepartner.identity.domain.UserCommand.SeedUser;
import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Erased;
import org.servicepartner.identity.domain.UserEvent.ErasureConfirmed;
import org.servicepartner.identity.domain.UserEvent.InvitationRevoked;
import org.servicepartner.identity.domain.UserEvent.Invited;
import org.servicepartner.identity.domain.UserEvent.InvitedRoleChanged;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.Renamed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/**
 * The account of one person at one service partner, in one role: invited, then active, then removed, and perhaps erased. A removed
 * account stays removed; who is to come back gets another one.
 */
@Aggregate
class User {
    private enum State {
        INVITED,
        ACTIVE,
        REMOVED
    }

    @AggregateIdentifier
    private @Nullable String userId;

    private @Nullable String partnerId;
    private @Nullable State state;
    private @Nullable String role;
    private @Nullable Invited invitation;
    private boolean everActive;
    private Instant renamedAt = Instant.MIN;
    private @Nullable String erasureId;
    private final Set<String> erasedBy = new HashSet<>();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(InviteFirstAdmin command, OtherUsers others) {
        boolean firstAdminIsMissing = others.activeAdminsBesides(command.partnerId(), command.userId()) == 0
                && !others.firstAdminExpectedBesides(command.partnerId(), command.userId(), command.at());
        boolean addressIsFree =
                userId == null && others.partnerUsing(command.email()).isEmpty();
        if (firstAdminIsMissing && (addressIsFree || needsAnotherInvitation(command))) {
            apply(new Invited(
                    command.userId(),
                    command.partnerId(),
                    command.invitationId(),
                    command.email(),
                    invitation == null ? null : invitation.firstName(),
                    invitation == null ? null : invitation.lastName(),
                    Role.ADMIN.name(),
                    command.language(),
                    InvitationKind.FIRST_ADMIN.name(),
                    command.providerName(),
                    command.fleetName(),
                    null,
                    null,
                    command.contactEmail(),
                    userId != null,
                    command.expiresAt(),
                    command.at()));
        }
    }

    private boolean needsAnotherInvitation(InviteFirstAdmin command) {
        return command.partnerId().equals(partnerId)
                && Role.ADMIN.name().equals(role)
                && state == State.INVITED
                && invitation != null
                && LinkRule.endsTooEarly(invitation, command.neededUntil(), command.at());
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(InviteColleague command, OtherUsers others) {
        others.partnerUsing(command.email()).ifPresent(owner -> {
            throw owner.equals(command.partnerId())
                    ? UserRefusal.addressTakenHere()
                    : UserRefusal.addressTakenElsewhere();
        });
        apply(new Invited(
                command.userId(),
                command.partnerId(),
                command.invitationId(),
                command.email(),
                command.firstName(),
                command.lastName(),
                command.role().name(),
                command.language(),
                InvitationKind.COLLEAGUE.name(),
                null,
                null,
                command.invitedById(),
                command.invitedBy(),
                command.contactEmail(),
                false,
                command.expiresAt(),
                command.at()));
    }

    @CommandHandler
    void decide(ResendInvitation command) {
        onlyForOwn(command.partnerId());
        sendAgain(
                openInvitation(),
                command.invitationId(),
                command.invitedById(),
                command.invitedBy(),
                command.contactEmail(),
                command.expiresAt(),
                command.at());
    }

    @CommandHandler
    void decide(RenewLink command) {
        if (state == State.INVITED && LinkRule.canBeRenewed(invitation, command.at())) {
            sendAgain(
                    invitation,
                    command.invitationId(),
                    invitation.invitedById(),
                    invitation.invitedBy(),
                    invitation.contactEmail(),
                    command.expiresAt(),
                    command.at());
        }
    }

    private void sendAgain(
            Invited earlier,
            String invitationId,
            @Nullable String invitedById,
            @Nullable String invitedBy,
            @Nullable String contactEmail,
            Instant expiresAt,
            Instant at) {
        apply(new Invited(
                earlier.userId(),
                earlier.partnerId(),
                invitationId,
                earlier.email(),
                earlier.firstName(),
                earlier.lastName(),
                Objects.requireNonNull(role),
                earlier.language(),
                earlier.kind(),
                earlier.providerName(),
                earlier.fleetName(),
                invitedById,
                invitedBy,
                contactEmail,
                true,
                expiresAt,
                at));
    }

    @EventSourcingHandler
    void evolve(Invited event) {
        userId = event.userId();
        partnerId = event.partnerId();
        state = State.INVITED;
        role = event.role();
        invitation = event;
    }

    @CommandHandler
    void decide(RevokeInvitation command) {
        onlyForOwn(command.partnerId());
        revoke(openInvitation(), command.at());
    }

    private void revoke(Invited open, Instant at) {
        apply(new InvitationRevoked(open.userId(), open.partnerId(), open.invitationId(), at));
    }

    @EventSourcingHandler
    void evolve(InvitationRevoked event) {
        state = State.REMOVED;
    }

    @CommandHandler
    void decide(ActivateUser command) {
        Invited accepted = invitationThatAdmits(command);
        apply(new Activated(
                accepted.userId(),
                accepted.partnerId(),
                accepted.email(),
                accepted.firstName(),
                accepted.lastName(),
                Objects.requireNonNull(role),
                command.language(),
                accepted.invitationId(),
                command.at()));
    }

    private Invited invitationThatAdmits(ActivateUser command) {
        if (invitation == null || !invitation.invitationId().equals(command.invitationId())) {
            throw UserRefusal.invitationReplaced();
        }
        if (everActive) {
            throw UserRefusal.invitationUsed();
        }
        if (state == State.REMOVED) {
            throw UserRefusal.invitationRevoked();
        }
        if (LinkRule.hasEnded(invitation, command.at())) {
            throw UserRefusal.invitationExpired();
        }
        return invitation;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(SeedUser command) {
        if (userId == null) {
            apply(new Activated(
                    command.userId(),
                    command.partnerId(),
                    command.email(),
                    command.firstName(),
                    command.lastName(),
                    command.role().name(),
                    null,
                    null,
                    command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(Activated event) {
        userId = event.userId();
        partnerId = event.partnerId();
        state = State.ACTIVE;
        role = event.role();
        everActive = true;
    }

    @CommandHandler
    void decide(RenameUser command) {
        onlyForOwn(command.partnerId());
        if (state == State.ACTIVE && command.at().isAfter(renamedAt)) {
            apply(new Renamed(
                    command.userId(), command.partnerId(), command.firstName(), command.lastName(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(Renamed event) {
        renamedAt = event.renamedAt();
    }

    @CommandHandler
    void decide(ChangeRole command, OtherUsers others) {
        onlyForOwn(command.partnerId());
        if (state == State.REMOVED) {
            throw UserRefusal.removed();
        }
        String newRole = command.role().name();
        if (newRole.equals(role)) {
            return;
        }
        if (state == State.INVITED) {
            apply(new InvitedRoleChanged(command.userId(), command.partnerId(), newRole, command.at()));
            return;
        }
        lastAdminStays(command.partnerId(), command.userId(), others);
        apply(new RoleChanged(command.userId(), command.partnerId(), newRole, command.at()));
    }

    @EventSourcingHandler
    void evolve(InvitedRoleChanged event) {
        role = event.role();
    }

    @EventSourcingHandler
    void evolve(RoleChanged event) {
        role = event.role();
    }

    @CommandHandler
    void decide(RemoveUser command, OtherUsers others) {
        onlyForOwn(command.partnerId());
        if (state == State.REMOVED) {
            return;
        }
        if (state == State.INVITED) {
            revoke(openInvitation(), command.at());
            return;
        }
        lastAdminStays(command.partnerId(), command.userId(), others);
        apply(new Removed(command.userId(), command.partnerId(), command.at()));
    }

    @EventSourcingHandler
    void evolve(Removed event) {
        state = State.REMOVED;
    }

    @CommandHandler
    void decide(EraseUser command) {
        if (state != State.REMOVED) {
            throw UserRefusal.notRemoved();
        }
        if (erasureId == null || command.again()) {
            apply(new Erased(command.userId(), partnerId, command.erasureId(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(Erased event) {
        erasureId = event.erasureId();
        erasedBy.clear();
    }

    @CommandHandler
    void decide(ConfirmErasure command) {
        if (command.erasureId().equals(erasureId) && !erasedBy.contains(command.service())) {
            apply(new ErasureConfirmed(
                    command.userId(), partnerId, command.erasureId(), command.service(), command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(ErasureConfirmed event) {
        erasedBy.add(event.service());
    }

    private void onlyForOwn(String askingPartnerId) {
        if (!askingPartnerId.equals(partnerId)) {
            throw UserRefusal.ofAnotherPartner();
        }
    }

    private Invited openInvitation() {
        if (state != State.INVITED || invitation == null) {
            throw UserRefusal.notInvited();
        }
        return invitation;
    }

    private void lastAdminStays(String ownPartnerId, String ownId, OtherUsers others) {
        if (Role.ADMIN.name().equals(role) && others.activeAdminsBesides(ownPartnerId, ownId) == 0) {
            throw UserRefusal.lastAdmin();
        }
    }
}
