package org.servicepartner.partner.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.partner.domain.PartnerCommand;
import org.servicepartner.partner.domain.PartnerCommand.ChangeDetails;
import org.servicepartner.partner.view.PartnerProfile;
import org.servicepartner.partner.view.PartnerView;
import org.servicepartner.platform.eventstore.EventMetadata;
import org.servicepartner.platform.problem.ProblemException;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/partner")
@PartnerAdminsOnly
@Tag(name = "Partner", description = "The service partner the caller belongs to")
class PartnerController {
    private final PartnerView partners;
    private final CommandGateway commands;
    private final Clock clock;

    PartnerController(PartnerView partners, CommandGateway commands, Clock clock) {
        this.partners = partners;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getPartner",
            summary = "Shows the caller's own partner",
            description = "The partner is the one named in the access token; there is no way to ask for another one."
                    + " missingSteps lists what is left of the onboarding, in order; it is empty once fleet connections"
                    + " can be accepted.")
    @ApiResponse(responseCode = "200", description = "The partner as it is now")
    PartnerProfile show(Caller caller) {
        return profile(caller);
    }

    @PutMapping("/details")
    @Operation(
            operationId = "changeTeamDetails",
            summary = "Changes the team's name and e-mail address",
            description = "Both are replaced. Sending what is there already changes nothing.")
    @ApiResponse(responseCode = "200", description = "The partner after the change")
    PartnerProfile changeDetails(@Valid @RequestBody TeamDetails details, Caller caller) {
        profile(caller);
        send(
                new ChangeDetails(
                        caller.tenantId(),
                        details.teamName().strip(),
                        details.teamEmail().strip(),
                        clock.instant()),
                caller);
        return profile(caller);
    }

    private PartnerProfile profile(Caller caller) {
        return partners.profile(caller.tenantId())
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "partner-not-found",
                        "Partner not found",
                        "The service partner of your account is not known here.",
                        "If you have just registered, try again in a moment; otherwise tell the support team."));
    }

    private void send(PartnerCommand command, Caller caller) {
        String request = UUID.randomUUID().toString();
        commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(
                        EventMetadata.CORRELATION_ID, request,
                        EventMetadata.CAUSATION_ID, request,
                        EventMetadata.ACTOR, "user:" + caller.userId())));
    }
}
