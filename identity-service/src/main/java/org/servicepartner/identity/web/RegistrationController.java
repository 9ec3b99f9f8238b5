package org.servicepartner.identity.web;

import java.util.Locale;

import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.servicepartner.identity.domain.Role;
import org.servicepartner.identity.login.LogInTakenException;
import org.servicepartner.identity.login.LogInsUnavailableException;
import org.servicepartner.identity.login.PasswordRefusedException;
import org.servicepartner.identity.registration.LinkRefusedException;
import org.servicepartner.identity.registration.Registration;
import org.servicepartner.identity.view.InvitationEntry;
import org.servicepartner.platform.security.OpenToEveryone;

@RestController
@RequestMapping("/api/public/v1/registration")
@OpenToEveryone(
        because = "Only who has the link out of an e-mail, signed for that address, learns or changes anything.")
@SecurityRequirements
@Tag(name = "Registration", description = "For people who have got a link in an e-mail and cannot log in yet")
class RegistrationController {
    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    @PostMapping("/check")
    @Operation(
            operationId = "checkLink",
            summary = "Tells what a link is for",
            description =
                    "404 link-invalid, 410 link-expired, 410 link-used, 410 link-revoked or 410 link-replaced (a newer link"
                            + " was sent) if nobody can register with it. Those with 410 name, as far as known, whom to ask:"
                            + " providerName, invitedBy, contactEmail.")
    @ApiResponse(responseCode = "200", description = "The invitation")
    InvitationResource check(@Valid @RequestBody Link link) {
        try {
            InvitationEntry invitation = registration.invitation(link.token());
            return InvitationResource.of(invitation, registration.passwordRules());
        } catch (LinkRefusedException refused) {
            throw LinkRefusals.problem(refused);
        }
    }

    @PostMapping("/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "renewLink",
            summary = "Has another link sent to the invited",
            description =
                    "With any link that was sent for the invitation, also one that has expired (until renewableUntil of"
                            + " link-expired) or was replaced. The e-mail goes to the address of the invitation and nowhere"
                            + " else, at most every 15 minutes while a link is valid; earlier links end with it. The answer is"
                            + " the same whether anything was sent or not; 404 link-invalid only for what has not the form of"
                            + " a link.")
    @ApiResponse(responseCode = "202", description = "If there is somebody to send it to, a link is on its way")
    void renew(@Valid @RequestBody Link link) {
        try {
            registration.renew(link.token());
        } catch (LinkRefusedException refused) {
            throw LinkRefusals.problem(refused);
        }
    }

    @PostMapping("/complete")
    @Operation(
            operationId = "completeRegistration",
            summary = "Registers with a link and a password",
            description = "The account is active and the person can log in. Refused like a check; also with 422"
                    + " password-refused (the field is named, in the language of Accept-Language), 409 log-in-taken, and 503"
                    + " registration-unavailable, after which nothing has been stored and the same can be sent again.")
    @ApiResponse(responseCode = "200", description = "The account is active")
    @ApiResponse(
            responseCode = "503",
            description = "Not possible now; nothing was stored",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    RegisteredResource complete(@Valid @RequestBody NewAccount account, Locale locale) {
        try {
            InvitationEntry invitation = registration.complete(account.token(), account.password(), account.language());
            return RegisteredResource.of(invitation.email(), Role.valueOf(invitation.role()));
        } catch (LinkRefusedException refused) {
            throw LinkRefusals.problem(refused);
        } catch (PasswordRefusedException refused) {
            throw LinkRefusals.passwordRefused(refused.sentence(locale));
        } catch (LogInTakenException taken) {
            throw LinkRefusals.logInTaken();
        } catch (LogInsUnavailableException unavailable) {
            throw LinkRefusals.unavailable(unavailable);
        }
    }
}
