package org.servicepartner.identity.web;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.identity.domain.UserCommand.ChangeRole;
import org.servicepartner.identity.domain.UserCommand.InviteColleague;
import org.servicepartner.identity.domain.UserCommand.RemoveUser;
import org.servicepartner.identity.domain.UserCommand.ResendInvitation;
import org.servicepartner.identity.domain.UserCommand.RevokeInvitation;
import org.servicepartner.identity.registration.InvitationSettings;
import org.servicepartner.identity.view.UserEntry;
import org.servicepartner.identity.view.UserView;
import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/users")
@PartnerAdminsOnly
@Tag(name = "Users", description = "The users of the service partner the caller belongs to")
class UserController {
    private final UserView users;
    private final Desk desk;
    private final InvitationSettings invitations;
    private final ChangeStreams changes;
    private final Clock clock;

    UserController(UserView users, Desk desk, InvitationSettings invitations, ChangeStreams changes, Clock clock) {
        this.users = users;
        this.desk = desk;
        this.invitations = invitations;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listUsers",
            summary = "Lists the users of the caller's partner",
            description =
                    "Removed users stay in the list with the state REMOVED; of one who was erased nothing tells any more who it was.")
    @ApiResponse(responseCode = "200", description = "All users of the partner, by last name")
    UserList list(Caller caller) {
        desk.activeAdmin(caller);
        Instant now = clock.instant();
        return new UserList(users.usersOf(caller.tenantId()).stream()
                .map(user -> UserResource.of(user, caller.userId(), now))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "inviteUser",
            summary = "Invites somebody",
            description =
                    "The person gets an e-mail with a link that is valid for some days and once. An address can be"
                            + " invited if nobody is invited or active under it, at any partner (409 address-taken).")
    @ApiResponse(responseCode = "201", description = "The invited user")
    UserResource invite(@Valid @RequestBody NewUser body, Caller caller) {
        UserEntry admin = desk.activeAdmin(caller);
        String userId = UUID.randomUUID().toString();
        Instant now = clock.instant();
        desk.send(
                new InviteColleague(
                        userId,
                        caller.tenantId(),
                        UUID.randomUUID().toString(),
                        body.email(),
                        body.firstName(),
                        body.lastName(),
                        body.role(),
                        body.language(),
                        admin.userId(),
                        admin.displayName(),
                        admin.email(),
                        invitations.expiryFrom(now),
                        now),
                caller);
        return user(userId, caller);
    }

    @PostMapping("/{userId}/invitation")
    @Operation(
            operationId = "resendInvitation",
            summary = "Sends the invitation again",
            description =
                    "The person gets a new link; the earlier one ends. Only of an invited user (409 not-invited).")
    @ApiResponse(responseCode = "200", description = "The user with the new invitation")
    UserResource resend(
            @Parameter(description = "Id of a user of the caller's partner") @PathVariable UUID userId, Caller caller) {
        UserEntry admin = desk.activeAdmin(caller);
        Instant now = clock.instant();
        desk.send(
                new ResendInvitation(
                        userId.toString(),
                        caller.tenantId(),
                        UUID.randomUUID().toString(),
                        admin.userId(),
                        admin.displayName(),
                        admin.email(),
                        invitations.expiryFrom(now),
                        now),
                caller);
        return user(userId.toString(), caller);
    }

    @DeleteMapping("/{userId}/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeInvitation",
            summary = "Takes an invitation back",
            description = "The link ends and the user is removed; the address can be invited again. Only of an invited"
                    + " user (409 not-invited).")
    @ApiResponse(responseCode = "204", description = "The invitation has ended")
    void revoke(
            @Parameter(description = "Id of a user of the caller's partner") @PathVariable UUID userId, Caller caller) {
        desk.activeAdmin(caller);
        desk.send(new RevokeInvitation(userId.toString(), caller.tenantId(), clock.instant()), caller);
    }

    @PutMapping("/{userId}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changeRole",
            summary = "Gives a user another role",
            description = "A technician who becomes an admin sees no jobs from that moment; an admin who becomes a"
                    + " technician sees the partner's jobs. Either has to log in again. An invited user will register with"
                    + " the new role. Naming the role the user has changes nothing. The last active admin keeps the role"
                    + " (409 last-admin).")
    @ApiResponse(responseCode = "204", description = "The user has the role")
    void changeRole(
            @Parameter(description = "Id of a user of the caller's partner") @PathVariable UUID userId,
            @Valid @RequestBody NewRole body,
            Caller caller) {
        desk.activeAdmin(caller);
        desk.send(new ChangeRole(userId.toString(), caller.tenantId(), body.role(), clock.instant()), caller);
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeUser",
            summary = "Removes a user",
            description =
                    "The user sees no jobs from that moment and cannot log in any more; the invitation of an invited user"
                            + " ends. Removing a removed user changes nothing. The last active admin cannot be removed"
                            + " (409 last-admin).")
    @ApiResponse(responseCode = "204", description = "The user is removed")
    void remove(
            @Parameter(description = "Id of a user of the caller's partner") @PathVariable UUID userId, Caller caller) {
        desk.activeAdmin(caller);
        desk.send(new RemoveUser(userId.toString(), caller.tenantId(), clock.instant()), caller);
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamUserChanges",
            summary = "Says when the list of users is to be loaded again",
            description = "Server-sent events named changed, without content: one at once, and one after each change.")
    @ApiResponse(responseCode = "200", description = "The stream; it stays open")
    SseEmitter changes(Caller caller) {
        desk.activeAdmin(caller);
        return changes.open(caller);
    }

    private UserResource user(String userId, Caller caller) {
        return users.user(userId)
                .map(user -> UserResource.of(user, caller.userId(), clock.instant()))
                .orElseThrow(Refusals::userNotFound);
    }
}
