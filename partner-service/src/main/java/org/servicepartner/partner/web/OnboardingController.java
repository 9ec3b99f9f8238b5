package org.servicepartner.partner.web;

import java.time.Clock;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.partner.domain.PartnerCommand.GivePersonalDetails;
import org.servicepartner.partner.domain.PartnerCommand.GiveTeamDetails;
import org.servicepartner.partner.view.PartnerProfile;
import org.servicepartner.platform.security.Caller;

@RestController
@RequestMapping("/api/partner/v1/partner/onboarding")
@PartnerAdminsOnly
@Tag(name = "Onboarding", description = "The steps before a partner can accept fleet connections, in one order")
class OnboardingController {
    private final PartnerDesk desk;
    private final Clock clock;

    OnboardingController(PartnerDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PutMapping("/team-details")
    @Operation(
            operationId = "giveTeamDetails",
            summary = "Completes the step TEAM_DETAILS",
            description =
                    "Before its turn: 409 step-out-of-order with nextStep. Once it is completed, repeating it changes"
                            + " nothing; name and address are then changed under /details.")
    @ApiResponse(responseCode = "200", description = "The partner after the step")
    PartnerProfile giveTeamDetails(@Valid @RequestBody TeamDetails details, Caller caller) {
        return desk.send(
                new GiveTeamDetails(caller.tenantId(), details.teamName(), details.teamEmail(), clock.instant()),
                caller);
    }

    @PutMapping("/personal-details")
    @Operation(
            operationId = "givePersonalDetails",
            summary = "Completes the step PERSONAL_DETAILS",
            description =
                    "Before its turn: 409 step-out-of-order with nextStep. Once it is completed, repeating it changes"
                            + " nothing; names are then changed under /api/partner/v1/me.")
    @ApiResponse(responseCode = "200", description = "The partner after the step")
    PartnerProfile givePersonalDetails(@Valid @RequestBody PersonalDetails details, Caller caller) {
        return desk.send(
                new GivePersonalDetails(
                        caller.tenantId(), caller.userId(), details.firstName(), details.lastName(), clock.instant()),
                caller);
    }
}
