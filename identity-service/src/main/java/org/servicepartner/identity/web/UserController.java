package org.servicepartner.identity.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.identity.domain.UserCommand;
import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.domain.UserRefusal;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/users")
@PartnerAdminsOnly
@Tag(name = "Users", description = "The users of the service partner the caller belongs to")
class UserController {
    private final UserView users;
    private final CommandGateway commands;
    private final Clock clock;

    UserController(UserView users, CommandGateway commands, Clock clock) {
        this.users = users;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listUsers",
            summary = "Lists the users of the caller's partner",
            description = "Removed users stay in the list with the state REMOVED.")
    @ApiResponse(responseCode = "200", description = "All users of the partner, by last name")
    UserList list(Caller caller) {
        onlyActiveAdmins(caller);
        return new UserList(users.usersOf(caller.tenantId()));
    }

    @PutMapping("/{userId}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changeRole",
            summary = "Gives a user another role",
            description = "A technician who becomes an admin sees no jobs from that moment; an admin who becomes a"
                    + " technician sees the partner's jobs. Naming the role the user has changes nothing. The last active"
                    + " admin keeps the role (409 last-admin).")
    @ApiResponse(responseCode = "204", description = "The user has the role")
    void changeRole(
            @Parameter(description = "Id of a user of the caller's partner") @PathVariable UUID userId,
            @Valid @RequestBody NewRole body,
            Caller caller) {
        send(new ChangeRole(userId.toString(), caller.tenantId(), body.role(), clock.instant()), caller);
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeUser",
            summary = "Removes a user",
            description =
                    "The user sees no jobs from that moment. Removing a removed user changes nothing. The last active"
                            + " admin cannot be removed (409 last-admin).")
    @ApiResponse(responseCode = "204", description = "The user is removed")
    void remove(
            @Parameter(description = "Id of a user of the caller's partner") @PathVariable UUID userId, Caller caller) {
        send(new RemoveUser(userId.toString(), caller.tenantId(), clock.instant()), caller);
    }

    /** A token outlives a removal or a change of role by some minutes; the account itself does not. */
    private void onlyActiveAdmins(Caller caller) {
        if (!users.isActiveAdmin(caller.tenantId(), caller.userId())) {
            throw Refusals.notAnAdminAnyMore();
        }
    }

    private void send(UserCommand command, Caller caller) {
        onlyActiveAdmins(caller);
        String request = UUID.randomUUID().toString();
        try {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                    .withMetaData(Map.of(
                            EventMetadata.CORRELATION_ID, request,
                            EventMetadata.CAUSATION_ID, request,
                            EventMetadata.ACTOR, "user:" + caller.userId())));
        } catch (UserRefusal refusal) {
            throw Refusals.problem(refusal);
        } catch (AggregateNotFoundException unknown) {
            throw Refusals.userNotFound();
        }
    }
}
