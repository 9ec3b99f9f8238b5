package org.servicepartner.identity.web;

import java.util.Map;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import org.servicepartner.identity.domain.UserCommand;
import org.servicepartner.identity.domain.UserRefusal;
import org.servicepartner.identity.view.UserEntry;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.security.Caller;

/** Takes what an admin asks for to the account concerned, and tells refusals as problems. */
@Component
class Desk {
    private static final String UNIQUE_ADDRESS = "user_view_address";

    private final UserView users;
    private final CommandGateway commands;

    Desk(UserView users, CommandGateway commands) {
        this.users = users;
        this.commands = commands;
    }

    /** The caller's account. A token outlives a removal or a change of role by some minutes; the account itself does not. */
    UserEntry activeAdmin(Caller caller) {
        return users.activeAdmin(caller.tenantId(), caller.userId()).orElseThrow(Refusals::adminNotActive);
    }

    void send(UserCommand command, Caller caller) {
        try {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                    .withMetaData(Map.of(EventMetadata.ACTOR, "user:" + caller.userId())));
        } catch (UserRefusal refusal) {
            throw Refusals.problem(refusal);
        } catch (AggregateNotFoundException unknown) {
            throw Refusals.userNotFound();
        } catch (DuplicateKeyException e) {
            throw String.valueOf(e.getMessage()).contains(UNIQUE_ADDRESS) ? Refusals.addressTaken() : e;
        }
    }
}
