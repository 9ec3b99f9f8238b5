package org.servicepartner.partner.web;

import java.time.Clock;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import org.servicepartner.partner.domain.PartnerCommand.ChangeDetails;
import org.servicepartner.partner.view.PartnerProfile;
import org.servicepartner.platform.live.ChangeStreams;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/partner")
@PartnerAdminsOnly
@Tag(name = "Partner", description = "The service partner the caller belongs to")
class PartnerController {
    private final PartnerDesk desk;
    private final ChangeStreams changes;
    private final Clock clock;

    PartnerController(PartnerDesk desk, ChangeStreams changes, Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getPartner",
            summary = "Shows the caller's own partner",
            description = "The partner is the one named in the access token; there is no way to ask for another one."
                    + " missingSteps lists what is left of the onboarding, in order; it is empty once fleet connections"
                    + " can be accepted. It names NDA again when a newer version is to be signed.")
    @ApiResponse(responseCode = "200", description = "The partner as it is now")
    PartnerProfile show(Caller caller) {
        return desk.profile(caller);
    }

    @PutMapping("/details")
    @Operation(
            operationId = "changeTeamDetails",
            summary = "Changes the team's name and e-mail address",
            description = "Both are replaced. Sending what is there already changes nothing.")
    @ApiResponse(responseCode = "200", description = "The partner after the change")
    PartnerProfile changeDetails(@Valid @RequestBody TeamDetails details, Caller caller) {
        return desk.send(
                new ChangeDetails(caller.tenantId(), details.teamName(), details.teamEmail(), clock.instant()), caller);
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "followPartner",
            summary = "Tells when the caller's own partner has changed",
            description = "Server-sent events named 'changed' without content: one at once, one after every change."
                    + " Ask for the partner again after each.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream that stays open",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    SseEmitter changes(Caller caller) {
        return changes.open(caller);
    }
}
