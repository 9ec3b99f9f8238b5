package org.servicepartner.identity.web;

import java.time.Clock;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.identity.domain.UserCommand.RenameUser;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/me")
@PartnerAdminsOnly
@Tag(name = "Me", description = "The caller's own account")
class MeController {
    private final Desk desk;
    private final Clock clock;

    MeController(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "getMe", summary = "Shows the caller's own account")
    @ApiResponse(responseCode = "200", description = "The account")
    MeResource me(Caller caller) {
        return MeResource.of(desk.activeAdmin(caller));
    }

    @PutMapping
    @Operation(
            operationId = "renameMe",
            summary = "Changes first and last name of the caller",
            description = "The log-in address and the role stay as they are.")
    @ApiResponse(responseCode = "200", description = "The account under its new name")
    MeResource rename(@Valid @RequestBody PersonName name, Caller caller) {
        desk.activeAdmin(caller);
        desk.send(
                new RenameUser(caller.userId(), caller.tenantId(), name.firstName(), name.lastName(), clock.instant()),
                caller);
        return MeResource.of(desk.activeAdmin(caller));
    }
}
