package org.servicepartner.identity.domain;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import org.servicepartner.identity.domain.UserCommand.ActivateUser;
import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.domain.UserEvent.Activated;
import org.servicepartner.identity.domain.UserEvent.Removed;
import org.servicepartner.identity.domain.UserEvent.RoleChanged;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** The account of one person at one service partner, in one role. A removed account stays removed. */
@Aggregate
class User {
    @AggregateIdentifier
    private @Nullable String userId;

    private @Nullable String partnerId;
    private @Nullable String role;
    private boolean removed;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ActivateUser command) {
        if (userId != null) {
            return;
        }
        apply(new Activated(
                command.userId(),
                command.partnerId(),
                command.email(),
                command.firstName(),
                command.lastName(),
                command.role().name(),
                command.at()));
    }

    @EventSourcingHandler
    void evolve(Activated event) {
        userId = event.userId();
        partnerId = event.partnerId();
        role = event.role();
    }

    @CommandHandler
    void decide(ChangeRole command, ActiveAdmins admins) {
        onlyForOwn(command.partnerId());
        if (removed) {
            throw UserRefusal.removed();
        }
        if (command.role().name().equals(role)) {
            return;
        }
        lastAdminStays(command.partnerId(), command.userId(), admins);
        apply(new RoleChanged(
                command.userId(), command.partnerId(), command.role().name(), command.at()));
    }

    @EventSourcingHandler
    void evolve(RoleChanged event) {
        role = event.role();
    }

    @CommandHandler
    void decide(RemoveUser command, ActiveAdmins admins) {
        onlyForOwn(command.partnerId());
        if (removed) {
            return;
        }
        lastAdminStays(command.partnerId(), command.userId(), admins);
        apply(new Removed(command.userId(), command.partnerId(), command.at()));
    }

    @EventSourcingHandler
    void evolve(Removed event) {
        removed = true;
    }

    private void onlyForOwn(String askingPartnerId) {
        if (!askingPartnerId.equals(partnerId)) {
            throw UserRefusal.ofAnotherPartner();
        }
    }

    private void lastAdminStays(String ownPartnerId, String ownId, ActiveAdmins admins) {
        if (Role.ADMIN.name().equals(role) && admins.besides(ownPartnerId, ownId) == 0) {
            throw UserRefusal.lastAdmin();
        }
    }
}
